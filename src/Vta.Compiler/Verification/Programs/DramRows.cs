namespace Vta.Compiler.Verification.Programs;

/// <summary>Bytes of DRAM that an instruction reads or writes: rows of one length at equal distances.</summary>
/// <param name="Start">Address of the first.</param>
/// <param name="Bytes">Of a row.</param>
/// <param name="Stride">Bytes from row to row.</param>
/// <param name="Count">Rows.</param>
internal sealed record DramRows(long Start, long Bytes, long Stride, int Count) : IPlace<DramRows>
{
    /// <summary>The address after the last byte.</summary>
    internal long End => Start + (Count - 1) * Stride + Bytes;

    internal IEnumerable<(long Start, long End)> Rows
    {
        get
        {
            // Rows without gaps between them are one.
            if (Stride <= Bytes)
                return [(Start, End)];
            return Enumerable.Range(0, Count).Select(row => (Start + row * Stride, Start + row * Stride + Bytes));
        }
    }

    public long? FirstCommon(DramRows other)
    {
        if (Start >= other.End || other.Start >= End)
            return null;
        foreach (var (start, end) in Rows)
        {
            if (other.FirstIn(start, end) is { } first)
                return first;
        }
        return null;
    }

    /// <summary>The first byte of the rows in a range.</summary>
    private long? FirstIn(long start, long end)
    {
        // The first row that ends after the range begins.
        var row = Stride == 0 || Start + Bytes > start ? 0 : (start - Bytes - Start) / Stride + 1;
        var first = Start + row * Stride;
        return row < Count && first < end && first + Bytes > start ? Math.Max(first, start) : null;
    }
}
