namespace Vta.Hdl.Diagrams;

/// <summary>Orders the boxes of each column, and the slots of each box, so that few lines cross: each goes to the middle of what it is joined with.</summary>
internal static class Ordering
{
    private const int Sweeps = 24;

    public static void Run(Layout layout)
    {
        var best = (Crossings: int.MaxValue, Columns: Snapshot(layout));
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var columns = Enumerable.Range(0, layout.Columns.Count);
            foreach (var column in sweep % 2 == 0 ? columns : columns.Reverse())
                Sort(layout, column, lookLeft: sweep % 2 == 0);
            var crossings = Crossings(layout);
            if (crossings < best.Crossings)
                best = (crossings, Snapshot(layout));
        }
        for (var column = 0; column < best.Columns.Length; column++)
        {
            layout.Columns[column].Clear();
            layout.Columns[column].AddRange(best.Columns[column]);
        }
        SortSlots(layout);
    }

    private static Vertex[][] Snapshot(Layout layout) => [.. layout.Columns.Select(column => column.ToArray())];

    private static void Sort(Layout layout, int column, bool lookLeft)
    {
        var neighbour = column + (lookLeft ? -1 : 1);
        if (neighbour < 0 || neighbour >= layout.Columns.Count)
            return;
        var positions = Positions(layout.Columns[neighbour]);
        var own = Positions(layout.Columns[column]);
        var sorted = layout.Columns[column].OrderBy(vertex =>
        {
            var others = (lookLeft ? vertex.Left : vertex.Right).SelectMany(slot => slot.Others).Select(other => positions[other.Vertex]).ToList();
            return others.Count > 0 ? others.Average() : own[vertex] / layout.Columns[column].Count * layout.Columns[neighbour].Count;
        }).ToArray();
        layout.Columns[column].Clear();
        layout.Columns[column].AddRange(sorted);
    }

    private static Dictionary<Vertex, double> Positions(List<Vertex> column) =>
        column.Select((vertex, index) => (vertex, index)).ToDictionary(item => item.vertex, item => (double)item.index);

    private static int Crossings(Layout layout)
    {
        var positions = layout.Columns.SelectMany(Positions).ToDictionary();
        var crossings = 0;
        foreach (var channel in layout.Segments.GroupBy(segment => segment.From.Layer))
        {
            (double From, double To)[] ends = [.. channel.Select(segment => (positions[segment.From], positions[segment.To]))];
            for (var one = 0; one < ends.Length; one++)
            {
                for (var other = 0; other < one; other++)
                {
                    if ((ends[one].From - ends[other].From) * (ends[one].To - ends[other].To) < 0)
                        crossings++;
                }
            }
        }
        return crossings;
    }

    private static void SortSlots(Layout layout)
    {
        var positions = layout.Columns.SelectMany(Positions).ToDictionary();
        foreach (var side in layout.Columns.SelectMany(column => column).SelectMany(vertex => (List<Slot>[])[vertex.Left, vertex.Right]))
        {
            var sorted = side.OrderBy(slot => slot.Others.Average(other => positions[other.Vertex])).ToArray();
            side.Clear();
            side.AddRange(sorted);
        }
    }
}
