using Vta.Compiler.Boxes;
using Vta.Compiler.Commands;
using Vta.Compiler.LoopIr;
using Vta.Compiler.LoopIr.Arithmetic;
using Vta.Isa;

namespace Vta.Compiler.Passes;

/// <summary>The loops of an element operation in elements: those within an element are gone, those without gaps are one.</summary>
/// <param name="nest">The loops.</param>
/// <param name="values">Values of an element.</param>
/// <param name="error">Makes a message of a reason.</param>
/// <param name="simplifier">Knows the loops around.</param>
internal sealed class ElementNest(LoopNest nest, int values, Func<string, VtaInputException> error, Simplifier simplifier)
{
    /// <summary>The axes, and the first elements of destination and source.</summary>
    internal (IReadOnlyList<KernelAxis> Axes, Expr Dst, Expr Src) Find(Expr dstIndex, Expr? srcIndex)
    {
        if (nest.Strides(dstIndex) is not { } dst || nest.Strides(srcIndex ?? 0) is not { } src)
            throw error($"it sets value {dstIndex} from value {srcIndex}, which is not a box; indices have to be sums of loop variables times numbers");
        var axes = nest.Loops.Select((loop, index) =>
            new Axis(loop.Extent, loop.Most ?? ((Constant)loop.Extent).Value, dst.Strides[index], src.Strides[index])).ToList();
        RemoveInner(axes, srcIndex is not null);
        var merged = new List<Axis>();
        foreach (var axis in axes.OrderByDescending(axis => axis.Dst))
        {
            if (merged.Count > 0 && axis.Extent is Constant { Value: var extent } && axis.Dst > 0
                && merged[^1] is var outer && outer.Dst == axis.Dst * extent && outer.Src == axis.Src * extent && outer.Most * extent <= KernelLimits.MaxExtent)
                merged[^1] = new Axis(outer.Extent * extent, outer.Most * extent, axis.Dst, axis.Src);
            else
                merged.Add(axis);
        }
        return ([.. merged.Select(axis => new KernelAxis(axis.Extent, axis.Most, InElements(axis.Dst), InElements(axis.Src), 0))],
            InElements(dst.Base), InElements(src.Base));
    }

    private void RemoveInner(List<Axis> axes, bool hasSource)
    {
        for (var inner = 1; inner < values;)
        {
            var index = axes.FindIndex(axis => axis.Dst == inner && (!hasSource || axis.Src == inner));
            if (index < 0 || axes[index] is not { Extent: Constant { Value: var extent } } axis || (values % (inner * extent) != 0 && inner * extent % values != 0))
                throw error($"the ALU works on whole elements, {values} values at a time in the same order; the loops here, {string.Join(", ", nest.Loops.Select(loop => loop.Variable.Name))}, are no element. "
                    + "Keep the two inner axes of tensors as long as those of an element, and Reorder what is reduced outside of them");
            if (inner * extent <= values)
                axes.RemoveAt(index);
            else
                axes[index] = new Axis(inner * extent / values, inner * extent / values, values, hasSource ? values : 0);
            inner *= extent;
        }
    }

    private Expr InElements(Expr index)
    {
        var form = LinearForm.Of(index);
        if (form.IsMultipleOf(values))
            return form.Divide(values).ToExpr();
        return simplifier.Simplify(index % values) is Constant { Value: 0 }
            ? simplifier.Simplify(index / values)
            : throw error($"it begins at value {index}, in the middle of an element of {values}");
    }

    private sealed record Axis(Expr Extent, int Most, int Dst, int Src);
}
