using Vta.Compiler.LoopIr;
using Vta.Compiler.Tensors;
using Vta.Isa.Instructions;

namespace Vta.Compiler.Boxes;

/// <summary>Turns boxes of elements into 2D loads and stores: axes that lie without gaps become one; what is beyond two axes becomes loops.</summary>
internal static class DmaPattern
{
    /// <summary>Loads a box into consecutive elements.</summary>
    internal static Stmt Load(DramBuffer source, Expr offset, IReadOnlyList<DmaAxis> axes, Expr sramIndex, MemoryId memory) =>
        Move(axes, offset, sramIndex, (at, rows, index) => new LoadBuffer2D(source, at, rows.X.Extent, rows.Y.Extent, rows.Y.Stride, index, memory));

    /// <summary>Stores a box from consecutive elements.</summary>
    internal static Stmt Store(Expr sramIndex, DramBuffer destination, Expr offset, IReadOnlyList<DmaAxis> axes) =>
        Move(axes, offset, sramIndex, (at, rows, index) => new StoreBuffer2D(index, destination, at, rows.X.Extent, rows.Y.Extent, rows.Y.Stride));

    /// <summary>Loops over axes, outermost first.</summary>
    /// <param name="axes">What is looped over.</param>
    /// <param name="offset">Element of DRAM where all axes are at 0.</param>
    /// <param name="sramIndex">Element of the buffer where all axes are at 0.</param>
    /// <param name="elements">Elements of the buffer that one run of the body takes.</param>
    /// <param name="body">Given the element of DRAM and of the buffer.</param>
    internal static Stmt Loops(IReadOnlyList<DmaAxis> axes, Expr offset, Expr sramIndex, Expr elements, Func<Expr, Expr, Stmt> body)
    {
        if (axes is not [var outer, ..])
            return body(offset, sramIndex);
        IReadOnlyList<DmaAxis> inner = [.. axes.Skip(1)];
        var size = inner.Aggregate(elements, (product, axis) => product * axis.Extent);
        return For.Each("i", outer.Extent, index => Loops(inner, offset + index * outer.Stride, sramIndex + index * size, elements, body));
    }

    private static Stmt Move(IReadOnlyList<DmaAxis> axes, Expr offset, Expr sramIndex, Func<Expr, (DmaAxis Y, DmaAxis X), Expr, Stmt> body)
    {
        var merged = Merge(axes);
        var x = merged[^1];
        var hasRows = merged.Count > 1;
        var y = hasRows ? merged[^2] : new DmaAxis(1, 1, true);
        IReadOnlyList<DmaAxis> outer = [.. merged.Take(merged.Count - (hasRows ? 2 : 1))];
        return Loops(outer, offset, sramIndex, y.Extent * x.Extent, (at, index) => body(at, (y, x), index));
    }

    /// <summary>Instructions that a box takes, of axes of known extents.</summary>
    internal static long Count(params ReadOnlySpan<(int Extent, bool IsWhole)> axes)
    {
        var (merged, instructions, inner) = (1, 1L, axes[^1]);
        foreach (var outer in axes[..^1].ToArray().Reverse())
        {
            if (inner.IsWhole)
                inner = (inner.Extent * outer.Extent, outer.IsWhole);
            else if (outer.Extent > 1)
            {
                instructions *= merged++ > 2 ? inner.Extent : 1;
                inner = outer;
            }
        }
        return instructions * (merged > 2 ? inner.Extent : 1);
    }

    /// <summary>The same box in fewer axes; the innermost keeps stride 1.</summary>
    private static List<DmaAxis> Merge(IReadOnlyList<DmaAxis> axes)
    {
        var merged = new List<DmaAxis> { axes[^1] };
        foreach (var outer in axes.SkipLast(1).Reverse())
        {
            var inner = merged[0];
            if (inner.IsWhole)
                merged[0] = new DmaAxis(outer.Extent * inner.Extent, inner.Stride, outer.IsWhole);
            else if (outer.Extent is not Constant { Value: 1 })
                merged.Insert(0, outer);
        }
        return merged;
    }
}
