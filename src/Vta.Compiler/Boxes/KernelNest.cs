using Vta.Compiler.Commands;
using Vta.Compiler.LoopIr;

namespace Vta.Compiler.Boxes;

/// <summary>Makes kernels of loop nests: the two largest axes become loops of the instruction, the others micro-ops, which are then few.</summary>
internal static class KernelNest
{
    // Loading so many micro-ops takes less than clearing accumulators.
    private const int FewMicroOps = 32;

    /// <summary>Loops over axes around one operation.</summary>
    /// <param name="operation">What each iteration does.</param>
    /// <param name="axes">The nest, outermost first; their order does not matter for the result.</param>
    /// <param name="dst">First accumulator.</param>
    /// <param name="src">First input or accumulator.</param>
    /// <param name="wgt">First weight.</param>
    internal static Stmt Create(KernelOperation operation, IEnumerable<KernelAxis> axes, Expr dst, Expr src, Expr wgt)
    {
        var ordered = Ordered(axes);
        return Loops(ordered, MicroOps(operation, ordered.Skip(KernelLimits.MaxLoops).ToList(), dst, src, wgt));
    }

    /// <summary>
    /// Sums of products that take the place of what accumulators hold, in two kernels: the first products of all sums overwrite, the others are added. Null where
    /// the instruction has to loop over an axis of sums, so that there are not too many micro-ops: it overwrites in every iteration.
    /// </summary>
    /// <inheritdoc cref="Create"/>
    internal static IEnumerable<Stmt>? CreateSums(IEnumerable<KernelAxis> axes, Expr dst, Expr src, Expr wgt)
    {
        var ordered = Ordered(axes);
        var micro = MicroOpCount(ordered);
        ordered = [.. ordered.Where(axis => !IsOfSums(axis)), .. ordered.Where(IsOfSums)];
        if (ordered.Take(KernelLimits.MaxLoops).Any(IsOfSums) || MicroOpCount(ordered) > Math.Max(micro, FewMicroOps))
            return null;
        var inner = ordered.Skip(KernelLimits.MaxLoops).ToLookup(IsOfSums);
        var (outputs, sums) = (inner[false].ToList(), inner[true].ToList());
        var first = Loops(ordered, MicroOps(KernelOperation.MatrixSet, outputs, dst, src, wgt));
        // All but the first of an axis, with the first of those before and all of those after: together all but the first of all.
        var others = sums.Select((axis, index) => MicroOps(
            KernelOperation.MatrixMultiply,
            [.. outputs, axis with { Extent = axis.Extent - 1 }, .. sums.Skip(index + 1)],
            dst, src + axis.Src, wgt + axis.Wgt));
        return sums.Count == 0 ? [first] : [first, Loops(ordered, Sequence.Of(others))];
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

    private static int MicroOpCount(List<KernelAxis> ordered) => ordered.Skip(KernelLimits.MaxLoops).Aggregate(1, (product, axis) => product * axis.Most);

    private static bool IsOfSums(KernelAxis axis) => axis.Dst is Constant { Value: 0 };

    private static List<KernelAxis> Ordered(IEnumerable<KernelAxis> axes) =>
        [.. axes.Where(axis => axis.Most > 1 || axis.Extent is not Constant { Value: 1 }).OrderByDescending(axis => axis.Most)];

    /// <summary>The loops of the instruction around micro-ops.</summary>
    private static KernelScope Loops(List<KernelAxis> ordered, Stmt microOps)
    {
        var body = microOps;
        foreach (var axis in ordered.Take(KernelLimits.MaxLoops).Reverse())
            body = new UopLoop(axis.Extent, axis.Dst, axis.Src, axis.Wgt, body);
        return new KernelScope(body);
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
