namespace Vta.Hdl.Diagrams;

/// <summary>Moves the boxes of each column up and down, in their order, until lines are as straight as they can be.</summary>
internal static class Placement
{
    private const int Sweeps = 80;
    private const double Gap = 20;
    private const double PointGap = 12;
    private const double PointWeight = 8;

    /// <summary>Lines that bend by less are made straight.</summary>
    private const double LeastBend = 6;

    /// <summary>Space above the drawing, for its title.</summary>
    private const double Top = 48;

    public static void Run(Layout layout)
    {
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var isRightwards = sweep % 2 == 1;
            foreach (var column in isRightwards ? layout.Columns : Enumerable.Reverse(layout.Columns))
                Place(column, sweep == 0, isRightwards);
        }
        foreach (var column in layout.Columns)
            Straighten(column);
        var top = layout.Columns.SelectMany(column => column).Select(vertex => vertex.Y).DefaultIfEmpty(0).Min();
        foreach (var vertex in layout.Columns.SelectMany(column => column))
        {
            vertex.Y += Top - top;
            layout.Height = Math.Max(layout.Height, vertex.Y + vertex.Height + Layout.Margin);
        }
    }

    /// <summary>
    /// The places closest to those wished for (least squares) that keep order and distances: where two neighbours would be too close, they become
    /// one block with one wish.
    /// </summary>
    private static void Place(List<Vertex> column, bool isFirst, bool isRightwards)
    {
        var blocks = new List<(double Wish, double Weight, int Count)>();
        var offset = 0.0;
        var offsets = new double[column.Count];
        for (var i = 0; i < column.Count; i++)
        {
            if (i > 0)
                offset += column[i - 1].Height + (column[i - 1].Block is null && column[i].Block is null ? PointGap : Gap);
            offsets[i] = offset;
            var (wish, weight) = isFirst ? (offset, 1) : Wish(column[i], isRightwards);
            blocks.Add((wish - offset, weight, 1));
            while (blocks.Count > 1 && blocks[^2].Wish > blocks[^1].Wish)
            {
                var (upper, lower) = (blocks[^2], blocks[^1]);
                var sum = upper.Weight + lower.Weight;
                blocks.RemoveRange(blocks.Count - 2, 2);
                blocks.Add(((upper.Wish * upper.Weight + lower.Wish * lower.Weight) / sum, sum, upper.Count + lower.Count));
            }
        }
        var index = 0;
        foreach (var (wish, _, count) in blocks)
        {
            for (var i = 0; i < count; i++, index++)
                column[index].Y = wish + offsets[index];
        }
    }

    private static void Straighten(List<Vertex> column)
    {
        for (var i = 0; i < column.Count; i++)
        {
            var vertex = column[i];
            var highest = i > 0 ? column[i - 1].Y + column[i - 1].Height + PointGap : double.MinValue;
            var lowest = i < column.Count - 1 ? column[i + 1].Y - PointGap - vertex.Height : double.MaxValue;
            var shifts = vertex.Left.SelectMany(slot => slot.Others.Select(other => other.Vertex.YOf(other.Slot) - vertex.YOf(slot)));
            var possible = shifts.Where(shift => Math.Abs(shift) < LeastBend && vertex.Y + shift >= highest && vertex.Y + shift <= lowest).ToList();
            if (possible.Count > 0)
                vertex.Y += possible.MinBy(Math.Abs);
        }
    }

    /// <summary>The middle of all that a box is joined with. A point goes where the line comes from: so lines have one bend, and not a small one in each column.</summary>
    private static (double Wish, double Weight) Wish(Vertex vertex, bool isRightwards)
    {
        var slots = vertex.Block is not null ? vertex.Left.Concat(vertex.Right) : isRightwards ? vertex.Left : vertex.Right;
        var (sum, weights) = (0.0, 0.0);
        foreach (var slot in slots)
        {
            foreach (var (other, otherSlot) in slot.Others)
            {
                var weight = other.Block is null && vertex.Block is null ? PointWeight : 1;
                sum += weight * (other.YOf(otherSlot) - slot.Offset);
                weights += weight;
            }
        }
        return weights > 0 ? (sum / weights, weights) : (vertex.Y, 1);
    }
}
