using Vta.Compiler.Commands;
using Vta.Compiler.LoopIr;

namespace Vta.Compiler.Boxes;

/// <summary>Makes kernels of loop nests: the two largest axes become loops of the instruction, the others micro-ops, which are then few.</summary>
internal static class KernelNest
{
    /// <summary>Loops over axes around one operation.</summary>
    /// <param name="operation">What each iteration does.</param>
    /// <param name="axes">The nest, outermost first; their order does not matter for the result.</param>
    /// <param name="dst">First accumulator.</param>
    /// <param name="src">First input or accumulator.</param>
    /// <param name="wgt">First weight.</param>
    internal static Stmt Create(KernelOperation operation, IEnumerable<KernelAxis> axes, Expr dst, Expr src, Expr wgt)
    {
        var ordered = axes.Where(axis => axis.Most > 1 || axis.Extent is not Constant { Value: 1 }).OrderByDescending(axis => axis.Most).ToList();
        var body = MicroOps(operation, ordered.Skip(KernelLimits.MaxLoops).ToList(), dst, src, wgt);
        foreach (var axis in ordered.Take(KernelLimits.MaxLoops).Reverse())
            body = new UopLoop(axis.Extent, axis.Dst, axis.Src, axis.Wgt, body);
        return new KernelScope(body);
    }

    /// <summary>Micro-ops that a kernel of these axes has at most.</summary>
    internal static long MicroOpCount(ReadOnlySpan<int> extents)
    {
        var (first, second, product) = (1, 1, 1L);
        foreach (var extent in extents)
        {
            product *= extent;
            (first, second) = extent > first ? (extent, first) : (first, Math.Max(second, extent));
        }
        return product / first / second;
    }

    private static Stmt MicroOps(KernelOperation operation, List<KernelAxis> axes, Expr dst, Expr src, Expr wgt)
    {
        if (axes is not [var axis, ..])
            return new UopPush(operation, dst, src, wgt);
        var inner = axes.Skip(1).ToList();
        return For.Each("k", axis.Extent, index =>
            MicroOps(operation, inner, dst + index * axis.Dst, src + index * axis.Src, wgt + index * axis.Wgt));
    }
}
