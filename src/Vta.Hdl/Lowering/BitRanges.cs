using Vta.Hdl.Ir;

namespace Vta.Hdl.Lowering;

/// <summary>Where the bits of values that are put together come from: the operands' parts, the highest first.</summary>
internal static class BitRanges
{
    public static IEnumerable<(Expression Part, int Low, int Width)> OfParts(Concat concat, int low, int width)
    {
        var end = concat.Width;
        foreach (var part in concat.Parts)
        {
            var start = end - part.Width;
            var (from, to) = (Math.Max(low, start), Math.Min(low + width, end));
            if (from < to)
                yield return (part, from - start, to - from);
            end = start;
        }
    }

    public static IEnumerable<(Expression Part, int Low, int Width)> OfCopies(Replicate replicate, int low, int width)
    {
        var size = replicate.Operand.Width;
        for (var copy = replicate.Count - 1; copy >= 0; copy--)
        {
            var (from, to) = (Math.Max(low, copy * size), Math.Min(low + width, (copy + 1) * size));
            if (from < to)
                yield return (replicate.Operand, from - (copy * size), to - from);
        }
    }

    /// <summary>Above the operand, copies of its sign or a constant zero.</summary>
    public static IEnumerable<(Expression Part, int Low, int Width)> OfExtend(Extend extend, int low, int width)
    {
        var size = extend.Operand.Width;
        var above = low + width - Math.Max(low, size);
        if (above > 0 && !extend.Signed)
            yield return (Make.Constant(0, above), 0, above);
        for (var i = 0; i < above && extend.Signed; i++)
            yield return (extend.Operand, size - 1, 1);
        if (low < size)
            yield return (extend.Operand, low, Math.Min(low + width, size) - low);
    }
}
