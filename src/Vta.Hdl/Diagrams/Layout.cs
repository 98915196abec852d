namespace Vta.Hdl.Diagrams;

/// <summary>A place on a box where a line ends.</summary>
/// <param name="pin">The name of the port; may be empty.</param>
internal sealed class Slot(string pin)
{
    public string Pin { get; } = pin;

    /// <summary>Below the top of its box.</summary>
    public double Offset { get; set; }

    /// <summary>The slots in the next columns that it is joined with, for the order of slots.</summary>
    public List<(Vertex Vertex, Slot Slot)> Others { get; } = [];
}

/// <summary>A box, or the point where a line passes through a column.</summary>
/// <param name="block">The box; null for a point.</param>
/// <param name="layer">Its column.</param>
internal sealed class Vertex(Block? block, int layer)
{
    public Block? Block { get; } = block;

    public int Layer { get; } = layer;

    public List<Slot> Left { get; } = [];

    public List<Slot> Right { get; } = [];

    public double X { get; set; }

    public double Y { get; set; }

    public double Width { get; set; }

    public double Height { get; set; }

    public double YOf(Slot slot) => Y + slot.Offset;
}

/// <summary>A piece of a line, from the right of one column to the left of the next.</summary>
/// <param name="From">What is on the left.</param>
/// <param name="FromSlot">Its slot.</param>
/// <param name="To">What is on the right.</param>
/// <param name="ToSlot">Its slot.</param>
/// <param name="IsLogic">Whether something is computed on the way.</param>
/// <param name="Details">What a reader sees on pointing at it.</param>
internal sealed record Segment(Vertex From, Slot FromSlot, Vertex To, Slot ToSlot, bool IsLogic, string Details)
{
    /// <summary>Where the line bends between the columns; null where it is straight.</summary>
    public double? BendX { get; set; }

    public double StartY => From.YOf(FromSlot);

    public double EndY => To.YOf(ToSlot);

    /// <summary>The line arrives at the right end.</summary>
    public bool ArrowRight { get; init; }

    /// <summary>The line arrives at the left end: it runs back.</summary>
    public bool ArrowLeft { get; init; }
}

/// <summary>Boxes in columns with lines between neighbours; the steps of placing them are <see cref="Ordering"/>, <see cref="Placement"/> and <see cref="Channels"/>.</summary>
internal sealed class Layout
{
    /// <summary>Around the boxes.</summary>
    public const double Margin = 24;

    private readonly Dictionary<Block, Vertex> _vertices = [];
    private readonly Dictionary<(Slot, int), Vertex> _points = [];
    private readonly Dictionary<(Slot, Slot), int> _known = [];

    private Layout(BlockGraph graph)
    {
        var layers = Layering.Of(graph);
        var first = layers.Values.DefaultIfEmpty(0).Min();
        for (var layer = first; layer <= layers.Values.DefaultIfEmpty(0).Max(); layer++)
            Columns.Add([]);
        foreach (var block in graph.Blocks)
            Columns[layers[block] - first].Add(_vertices[block] = new Vertex(block, layers[block] - first));
        foreach (var link in graph.Links)
            Connect(link);
    }

    /// <summary>The boxes and points of each column, from top to bottom.</summary>
    public List<List<Vertex>> Columns { get; } = [];

    public List<Segment> Segments { get; } = [];

    /// <summary>Where lines of one port part or meet: all that only cross have no dot.</summary>
    public IEnumerable<(double X, double Y)> Junctions =>
        Segments.GroupBy(segment => segment.FromSlot).SelectMany(Partings).Concat(Segments.GroupBy(segment => segment.ToSlot).SelectMany(Meetings)).Distinct();

    public double Width { get; set; }

    public double Height { get; set; }

    public static Layout Of(BlockGraph graph)
    {
        var layout = new Layout(graph);
        Ordering.Run(layout);
        Shapes.Run(layout);
        Placement.Run(layout);
        Channels.Run(layout);
        return layout;
    }

    private static IEnumerable<(double X, double Y)> Partings(IEnumerable<Segment> segments)
    {
        if (segments.FirstOrDefault(segment => segment.BendX is not null) is not { BendX: { } bend })
            return [];
        double[] heights = [.. segments.Select(segment => segment.EndY).Append(segments.First().StartY).Distinct()];
        var isStraightOn = segments.Any(segment => segment.StartY == segment.EndY);
        return heights.Where(y => (y > heights.Min() && y < heights.Max()) || (isStraightOn && y == segments.First().StartY)).Select(y => (bend, y));
    }

    private static IEnumerable<(double X, double Y)> Meetings(IEnumerable<Segment> segments)
    {
        var first = segments.Min(segment => segment.StartY == segment.EndY ? double.MinValue : segment.BendX);
        return segments.Where(segment => segment.StartY != segment.EndY && segment.BendX > first).Select(segment => (segment.BendX!.Value, segment.EndY));
    }

    private static Slot SlotOf(List<Slot> side, string pin)
    {
        var slot = side.Find(candidate => candidate.Pin == pin);
        if (slot is null)
            side.Add(slot = new Slot(pin));
        return slot;
    }

    /// <summary>A line as pieces; those of one left end share points and pieces.</summary>
    private void Connect(Link link)
    {
        var isBack = _vertices[link.From].Layer > _vertices[link.To].Layer;
        var (left, leftPin, right, rightPin) = isBack
            ? (_vertices[link.To], link.ToPin, _vertices[link.From], link.FromPin)
            : (_vertices[link.From], link.FromPin, _vertices[link.To], link.ToPin);
        var start = SlotOf(left.Right, leftPin);
        var end = SlotOf(right.Left, rightPin);
        var details = $"{Name(link.From, link.FromPin)} → {Name(link.To, link.ToPin)}";
        var (vertex, slot) = (left, start);
        for (var layer = left.Layer + 1; layer < right.Layer; layer++)
        {
            if (!_points.TryGetValue((start, layer), out var point))
            {
                _points.Add((start, layer), point = new Vertex(null, layer));
                point.Left.Add(new Slot(""));
                point.Right.Add(new Slot(""));
                Columns[layer].Add(point);
            }
            Join(new Segment(vertex, slot, point, point.Left[0], link.IsLogic, details) { ArrowLeft = isBack && vertex == left });
            (vertex, slot) = (point, point.Right[0]);
        }
        Join(new Segment(vertex, slot, right, end, link.IsLogic, details) { ArrowLeft = isBack && vertex == left, ArrowRight = !isBack });
    }

    /// <summary>Adds a piece; a second one of the same ends says what both are for.</summary>
    private void Join(Segment segment)
    {
        if (_known.TryGetValue((segment.FromSlot, segment.ToSlot), out var index))
        {
            var known = Segments[index];
            Segments[index] = known with
            {
                IsLogic = known.IsLogic && segment.IsLogic,
                Details = $"{known.Details}\n{segment.Details}",
                ArrowLeft = known.ArrowLeft || segment.ArrowLeft,
                ArrowRight = known.ArrowRight || segment.ArrowRight,
            };
            return;
        }
        _known.Add((segment.FromSlot, segment.ToSlot), Segments.Count);
        Segments.Add(segment);
        segment.FromSlot.Others.Add((segment.To, segment.ToSlot));
        segment.ToSlot.Others.Add((segment.From, segment.FromSlot));
    }

    private static string Name(Block block, string pin) => pin.Length == 0 ? block.Title : $"{block.Title}.{pin}";
}
