using Vta.Compiler.Diagnostics;
using Vta.Compiler.LoopIr;
using Vta.Compiler.LoopIr.Arithmetic;
using Vta.Isa;

namespace Vta.Compiler.Passes;

/// <summary>A copy between DRAM and an on-chip buffer, as boxes of elements.</summary>
internal sealed class CopyPattern
{
    private readonly LoopNest nest;
    private readonly Simplifier simplifier;
    private readonly SourceLine where;

    private CopyPattern(LoopNest nest, LoopBuffer chip, LoopBuffer dram, Simplifier simplifier, SourceLine where)
    {
        this.nest = nest;
        this.simplifier = simplifier;
        this.where = where;
        Chip = chip;
        Dram = dram;
    }

    internal LoopBuffer Chip { get; }

    internal LoopBuffer Dram { get; }

    /// <summary>The axes of elements, outermost first; those that lie without gaps are one.</summary>
    internal IReadOnlyList<CopyAxis> Axes { get; private set; } = [];

    /// <summary>The first element on chip.</summary>
    internal Expr ChipStart { get; private set; } = 0;

    /// <summary>The first element of DRAM, counted as if padding was there too.</summary>
    internal Expr DramStart { get; private set; } = 0;

    /// <summary>The pattern of a copy.</summary>
    /// <param name="nest">Its loops.</param>
    /// <param name="chip">The buffer on chip, and the index into it.</param>
    /// <param name="dram">The buffer in DRAM, and the index into it.</param>
    /// <param name="condition">Where it is not padding; null for everywhere.</param>
    /// <param name="simplifier">Knows the loops around.</param>
    /// <param name="where">Where the copy is asked for.</param>
    /// <exception cref="VtaInputException">DMA has no such pattern.</exception>
    internal static CopyPattern Find(
        LoopNest nest, (LoopBuffer Buffer, Expr Index) chip, (LoopBuffer Buffer, Expr Index) dram, Expr? condition, Simplifier simplifier, SourceLine where)
    {
        var pattern = new CopyPattern(nest, chip.Buffer, dram.Buffer, simplifier, where);
        var axes = pattern.ValueAxes(chip.Index, dram.Index);
        axes = pattern.WithPadding(axes, condition);
        pattern.Axes = Merge(pattern.ElementAxes(axes));
        return pattern;
    }

    private VtaInputException Error(string reason) => new($"DMA between {Dram.Name} and {Chip.Name} is not possible: {reason}", where.ToString());

    private List<CopyAxis> ValueAxes(Expr chipIndex, Expr dramIndex)
    {
        if (nest.Strides(chipIndex) is not { } chip || nest.Strides(dramIndex) is not { } dram)
            throw Error($"element {chipIndex} is copied from or to element {dramIndex}, which is not a box; "
                + "indices have to be sums of loop variables times numbers");
        (ChipStart, DramStart) = (chip.Base, dram.Base);
        return [.. nest.Loops.Select((loop, index) =>
            new CopyAxis(loop.Extent, loop.Most ?? ((Constant)loop.Extent).Value, chip.Strides[index], dram.Strides[index], 0, 0, loop.Variable))];
    }

    private List<CopyAxis> WithPadding(List<CopyAxis> axes, Expr? condition)
    {
        foreach (var part in condition is null ? [] : Conjuncts(condition))
        {
            // left < right, or left <= right
            if (part is not BinaryExpr { Operator: BinaryOperator.Less or BinaryOperator.LessOrEqual } comparison)
                throw Error($"its padding is where {part} does not hold; DMA pads before and after rows, so this has to compare an index with a number");
            var room = LinearForm.Of(comparison.Right - comparison.Left - (comparison.Operator == BinaryOperator.Less ? 1 : 0));
            var index = axes.FindIndex(axis => room.Coefficient(axis.Variable!) != 0);
            var (moving, still) = room.Partition((term, _) => axes.Any(axis => axis.Variable == (term as Variable)));
            var others = moving.Terms.ToList();
            if (others.Count > 1 || (others.Count == 1 && Math.Abs(others[0].Coefficient) != 1))
                throw Error($"its padding is where {part} does not hold; DMA pads one axis at a time");
            // Where it does not hold, all is padding, and there is no copy.
            if (others.Count == 0)
                continue;
            // Inside where still + variable >= 0, or still - variable >= 0.
            var axis = axes[index];
            axes[index] = others[0].Coefficient > 0
                ? axis with { PadBefore = Pad(axis.PadBefore, 0 - still.ToExpr()) }
                : axis with { PadAfter = Pad(axis.PadAfter, axis.Extent - 1 - still.ToExpr()) };
        }
        return [.. axes.Select(WithinExtent)];
    }

    /// <summary>Paddings that fit their axis also where all is padding, so that it is said of no copy that it pads too much.</summary>
    private CopyAxis WithinExtent(CopyAxis axis)
    {
        if (!axis.IsPadded || simplifier.Bounds.Exact(simplifier.Simplify(axis.Size)).Min >= 1)
            return axis;
        var before = simplifier.Simplify(Expr.Min(axis.PadBefore, axis.Extent - 1));
        return axis with { PadBefore = before, PadAfter = simplifier.Simplify(Expr.Min(axis.PadAfter, axis.Extent - 1 - before)) };
    }

    private Expr Pad(Expr known, Expr pad) => simplifier.Simplify(Expr.Max(pad, known));

    private static IEnumerable<Expr> Conjuncts(Expr condition) => condition is BinaryExpr { Operator: BinaryOperator.And } both
        ? Conjuncts(both.Left).Concat(Conjuncts(both.Right))
        : [condition];

    /// <summary>The axes outside of elements, in elements.</summary>
    private List<CopyAxis> ElementAxes(List<CopyAxis> axes)
    {
        var values = Chip.Scope.Shape!.ElemValues;
        var inner = 1;
        var outer = axes.ToList();
        while (inner < values)
        {
            var index = outer.FindIndex(axis => axis.Chip == inner && axis.Dram == inner);
            if (index < 0 || outer[index] is not { IsPadded: false, Extent: Constant { Value: var extent } } axis
                || (values % (inner * extent) != 0 && inner * extent % values != 0))
                throw Error($"elements of the {Chip.Scope.Shape.Name} buffer are {values} values in a row "
                    + $"({Chip.Scope.Shape.Rows}x{Chip.Scope.Shape.Columns}), and those of {(index < 0 ? Dram.Name : outer[index].Variable!.Name)} are not; "
                    + "the inner axes of the tensor have to be those of an element, and be copied whole");
            if (inner * extent <= values)
                outer.RemoveAt(index);
            else
                outer[index] = axis with { Extent = inner * extent / values, Most = inner * extent / values, Chip = values, Dram = values };
            inner *= extent;
        }
        ChipStart = InElements(ChipStart, values);
        DramStart = InElements(DramStart, values);
        return [.. outer.Select(axis => axis.Chip % values == 0 && axis.Dram % values == 0
            ? axis with { Chip = axis.Chip / values, Dram = axis.Dram / values }
            : throw Error($"{axis.Variable!.Name} moves {axis.Dram} values at a time, which are not whole elements of {values}"))];
    }

    private Expr InElements(Expr index, int values)
    {
        var form = LinearForm.Of(index);
        return form.IsMultipleOf(values) ? form.Divide(values).ToExpr() : simplifier.Simplify(index / values) is var quotient
            && simplifier.Simplify(index % values) is Constant { Value: 0 } ? quotient
            : throw Error($"it starts at value {index}, in the middle of an element of {values}");
    }

    /// <summary>The same box in fewer axes.</summary>
    private static List<CopyAxis> Merge(List<CopyAxis> axes)
    {
        var merged = new List<CopyAxis>();
        foreach (var axis in axes.OrderByDescending(axis => axis.Chip))
        {
            if (merged.Count > 0 && merged[^1] is { IsPadded: false } outer && !axis.IsPadded && axis.Extent is Constant { Value: var extent }
                && outer.Chip == axis.Chip * extent && outer.Dram == axis.Dram * extent)
                merged[^1] = new CopyAxis(outer.Extent * extent, outer.Most * extent, axis.Chip, axis.Dram, 0, 0, null);
            else
                merged.Add(axis);
        }
        return merged;
    }
}
