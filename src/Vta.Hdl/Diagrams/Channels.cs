namespace Vta.Hdl.Diagrams;

/// <summary>Gives each line that changes its height a track of its own between two columns, and the columns their places.</summary>
internal static class Channels
{
    private const double TrackWidth = 9;
    private const double MinWidth = 44;

    /// <summary>Closer than this, lines read as one.</summary>
    private const double Clearance = 6;

    public static void Run(Layout layout)
    {
        var x = Layout.Margin;
        for (var column = 0; column < layout.Columns.Count; column++)
        {
            var width = layout.Columns[column].Select(vertex => vertex.Width).DefaultIfEmpty(0).Max();
            foreach (var vertex in layout.Columns[column])
                vertex.X = vertex.Block is null ? x : Align(vertex, x, width);
            foreach (var point in layout.Columns[column].Where(vertex => vertex.Block is null))
                point.Width = width;
            x += width;
            if (column < layout.Columns.Count - 1)
                x += Route([.. layout.Segments.Where(segment => segment.From.Layer == column)], x);
        }
        layout.Width = x + Layout.Margin;
    }

    /// <summary>Inputs stand close to what they drive, outputs to what drives them.</summary>
    private static double Align(Vertex vertex, double x, double width) => vertex.Block!.Kind switch
    {
        BlockKind.Input => x + width - vertex.Width,
        BlockKind.Output => x,
        _ => x + (width - vertex.Width) / 2,
    };

    /// <summary>Bends the lines of a channel; gives its width.</summary>
    private static double Route(IReadOnlyList<Segment> segments, double x)
    {
        var nets = segments.GroupBy(segment => segment.FromSlot).Select(group => new Net([.. group])).Where(net => !net.IsStraight).ToList();
        // Lines that go down begin at the lowest, and those that go up at the highest: so they cross least.
        var order = nets.Where(net => net.GoesDown).OrderByDescending(net => net.Start)
            .Concat(nets.Where(net => !net.GoesDown).OrderBy(net => net.Start)).ToList();
        var tracks = new List<List<Net>>();
        var visiting = new HashSet<Net>();
        foreach (var net in order)
            Assign(net, nets, tracks, visiting);
        var width = Math.Max(MinWidth, (tracks.Count + 3) * TrackWidth);
        var first = x + (width - (tracks.Count - 1) * TrackWidth) / 2;
        for (var track = 0; track < tracks.Count; track++)
        {
            foreach (var segment in tracks[track].SelectMany(net => net.Segments))
                segment.BendX = first + track * TrackWidth;
        }
        return width;
    }

    /// <summary>A net whose line leaves at a height at which another one arrives comes before that one, else they would lie on each other.</summary>
    private static void Assign(Net net, IReadOnlyList<Net> nets, List<List<Net>> tracks, HashSet<Net> visiting)
    {
        if (net.Track >= 0 || !visiting.Add(net))
            return;
        var least = 0;
        foreach (var other in nets)
        {
            if (other == net || !net.Ends.Any(end => Math.Abs(end - other.Start) < Clearance))
                continue;
            Assign(other, nets, tracks, visiting);
            least = Math.Max(least, other.Track + 1);
        }
        net.Track = least;
        while (net.Track < tracks.Count && tracks[net.Track].Any(net.Overlaps))
            net.Track++;
        while (tracks.Count <= net.Track)
            tracks.Add([]);
        tracks[net.Track].Add(net);
    }

    /// <summary>The lines of a channel that begin at one slot.</summary>
    private sealed class Net(IReadOnlyList<Segment> segments)
    {
        public IReadOnlyList<Segment> Segments { get; } = segments;

        public double Start { get; } = segments[0].StartY;

        public IReadOnlyList<double> Ends { get; } = [.. segments.Select(segment => segment.EndY)];

        public bool IsStraight => Ends.All(end => Math.Abs(end - Start) < 0.5);

        public bool GoesDown => Ends.Average() > Start;

        public int Track { get; set; } = -1;

        private double Top => Math.Min(Start, Ends.Min());

        private double Bottom => Math.Max(Start, Ends.Max());

        public bool Overlaps(Net other) => Top < other.Bottom + Clearance && other.Top < Bottom + Clearance;
    }
}
