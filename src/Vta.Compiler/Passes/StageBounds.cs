using Vta.Compiler.LoopIr;
using Vta.Compiler.LoopIr.Arithmetic;
using Vta.Compiler.Schedules;
using Vta.Compiler.TensorExpressions;

namespace Vta.Compiler.Passes;

/// <summary>The loops of one stage: how long they are, and the part of the tensor that they compute.</summary>
internal sealed class StageBounds
{
    private readonly Stage stage;
    private readonly Dictionary<IterVar, AxisRange> ranges = [];
    private readonly Dictionary<IterVar, Expr> values = [];
    private readonly List<ThreadLimit> limits = [];

    /// <param name="stage">The stage.</param>
    /// <param name="roots">The part of each of its axes, reduce axes included, that is needed.</param>
    /// <param name="bounds">Takes the bounds of its loop variables.</param>
    internal StageBounds(Stage stage, IReadOnlyDictionary<IterVar, AxisRange> roots, Bounds bounds)
    {
        this.stage = stage;
        Roots = roots;
        foreach (var (axis, range) in roots)
            ranges[axis] = new AxisRange(0, range.Extent, range.Most);
        LoopVariables = stage.LeafAxis.ToDictionary(leaf => leaf, leaf => stage.Threads.ContainsKey(leaf) ? new Variable("cthread") : leaf);
        // Lengths that vary are those of blocks at the end of an axis: they depend on outer loops, which come first here.
        foreach (var relation in stage.Relations)
            PassDown(relation);
        foreach (var leaf in stage.LeafAxis.Where(leaf => stage.Threads.ContainsKey(leaf) && ranges[leaf].Extent is not Constant))
            Limit(leaf, LoopVariables[leaf], ranges[leaf], ranges[leaf].Most);
        DropLoopsOfOne(bounds);
        foreach (var leaf in stage.LeafAxis)
        {
            bounds.Add(LoopVariables[leaf], ranges[leaf].Most);
            values[leaf] = ValueOf(leaf);
        }
        foreach (var limit in limits)
            bounds.AddSum(limit.Value, limit.Most);
        Values = new Dictionary<IterVar, Expr>(AllValues());
    }

    /// <summary>The part of each axis of the tensor, and of each reduce axis.</summary>
    internal IReadOnlyDictionary<IterVar, AxisRange> Roots { get; }

    internal IReadOnlyDictionary<IterVar, Variable> LoopVariables { get; }

    /// <summary>The index along each axis, from the start of its part, of the loops' variables.</summary>
    internal IReadOnlyDictionary<IterVar, Expr> Values { get; }

    /// <summary>Where not all threads have work: what lies within the loops of a limit is only done where it holds.</summary>
    internal IReadOnlyList<ThreadLimit> Limits => limits;

    /// <summary>Length of a loop.</summary>
    internal AxisRange Loop(IterVar leaf) => ranges[leaf];

    /// <summary>The part of each axis that is computed while some loop variables do not change.</summary>
    internal Dictionary<IterVar, AxisRange> Part(ISet<Variable> isFixed)
    {
        var parts = new Dictionary<IterVar, AxisRange>();
        foreach (var leaf in stage.LeafAxis)
            parts[leaf] = isFixed.Contains(LoopVariables[leaf]) ? AxisRange.Point(values[leaf]) : new AxisRange(0, ranges[leaf].Extent, ranges[leaf].Most);
        foreach (var relation in stage.Relations.Reverse())
        {
            switch (relation)
            {
                case SplitRelation split:
                    parts[split.Parent] = Join(split, parts[split.Outer], parts[split.Inner]);
                    break;
                case FuseRelation fuse:
                    var fused = parts[fuse.Fused];
                    var isPoint = fused.Most == 1;
                    parts[fuse.Outer] = isPoint ? AxisRange.Point(fused.Min / Length(fuse.Inner)) : ranges[fuse.Outer];
                    parts[fuse.Inner] = isPoint ? AxisRange.Point(fused.Min % Length(fuse.Inner)) : ranges[fuse.Inner];
                    break;
            }
        }
        return parts;
    }

    /// <summary>Loops that run once have no variable, which lengths may have been given in.</summary>
    private void DropLoopsOfOne(Bounds bounds)
    {
        // What lies beyond a tensor is not computed at all.
        bool RunsOnce(AxisRange range) => range.Most == 1 && !(bounds.Of(range.Extent) is { IsUnbounded: false, Min: < 1 } && bounds.Exact(range.Extent).Min < 1);
        var once = stage.LeafAxis.Where(leaf => RunsOnce(ranges[leaf])).ToDictionary(leaf => LoopVariables[leaf], _ => (Expr)0);
        foreach (var (axis, range) in ranges.ToList())
        {
            var extent = RunsOnce(range) ? 1 : range.Extent.Substitute(once);
            ranges[axis] = extent is Constant known ? AxisRange.Whole(known.Value) : range with { Extent = extent };
        }
        for (var index = 0; index < limits.Count; index++)
            limits[index] = limits[index].Substitute(once);
    }

    /// <summary>The length of a loop that indices are divided by; nothing is computed in one of none.</summary>
    private int Length(IterVar axis) => Math.Max(ranges[axis].Most, 1);

    private Expr ValueOf(IterVar leaf) => ranges[leaf].Extent is Constant { Value: 1 } ? 0 : LoopVariables[leaf];

    private Dictionary<IterVar, Expr> AllValues()
    {
        var all = new Dictionary<IterVar, Expr>(values);
        foreach (var relation in stage.Relations.Reverse())
        {
            switch (relation)
            {
                case SplitRelation split:
                    all[split.Parent] = all[split.Outer] * split.Block(ranges[split.Parent].Most) + all[split.Inner];
                    break;
                case FuseRelation fuse:
                    all[fuse.Outer] = all[fuse.Fused] / Length(fuse.Inner);
                    all[fuse.Inner] = all[fuse.Fused] % Length(fuse.Inner);
                    break;
            }
        }
        return all;
    }

    private AxisRange Join(SplitRelation split, AxisRange outer, AxisRange inner)
    {
        var block = split.Block(ranges[split.Parent].Most);
        var isWhole = outer.Extent.Equals(ranges[split.Outer].Extent) && inner.Extent.Equals(ranges[split.Inner].Extent);
        if (isWhole && (outer.Most > 1 || ranges[split.Outer].Most == 1))
            return ranges[split.Parent];
        var min = outer.Min * block + inner.Min;
        if (outer.Most == 1)
            return new AxisRange(min, inner.Extent, inner.Most);
        var most = (outer.Most - 1) * block + inner.Most;
        return new AxisRange(min, most, most);
    }

    private void PassDown(AxisRelation relation)
    {
        switch (relation)
        {
            case SplitRelation split:
                var parent = ranges[split.Parent];
                var block = split.Block(parent.Most);
                var blocks = (parent.Most + block - 1) / block;
                if (parent.Extent is Constant && parent.Most % block == 0)
                {
                    ranges[split.Outer] = AxisRange.Whole(blocks);
                    ranges[split.Inner] = AxisRange.Whole(block);
                }
                else if (blocks == 1)
                {
                    ranges[split.Outer] = AxisRange.Whole(1);
                    ranges[split.Inner] = parent;
                }
                else
                {
                    RequireOuterOutside(split, parent.Most, block);
                    ranges[split.Outer] = parent.Extent is Constant ? AxisRange.Whole(blocks) : new AxisRange(0, (parent.Extent + (block - 1)) / block, blocks);
                    if (stage.Threads.ContainsKey(split.Inner))
                        Limit(split.Inner, OuterValue(split) * block + LoopVariables[split.Inner], parent, block);
                    else
                        ranges[split.Inner] = new AxisRange(0, Expr.Min(block, parent.Extent - OuterValue(split) * block), block);
                }
                break;
            case FuseRelation fuse:
                var (outer, inner) = (ranges[fuse.Outer], ranges[fuse.Inner]);
                if (outer.Extent is not Constant || inner.Extent is not Constant)
                    throw stage.Error(fuse.Where, $"Fuse of {fuse.Outer.Name} and {fuse.Inner.Name}: their lengths change from tile to tile, "
                        + "as a split does not divide; use factors that do");
                ranges[fuse.Fused] = AxisRange.Whole(outer.Most * inner.Most);
                break;
        }
    }

    /// <summary>All threads go through the loops; what a thread does there is limited.</summary>
    private void Limit(IterVar thread, Expr value, AxisRange range, int threads)
    {
        ranges[thread] = AxisRange.Whole(threads);
        limits.Add(new ThreadLimit(value, range.Extent, range.Most));
    }

    /// <summary>The index of the block, where it is one loop or made of loops that are split.</summary>
    private Expr OuterValue(SplitRelation split)
    {
        Expr Value(IterVar axis)
        {
            if (stage.Relations.OfType<SplitRelation>().FirstOrDefault(inner => inner.Parent == axis) is not { } deeper)
                return LoopVariables[axis];
            var length = (ranges[split.Parent].Most + split.Block(ranges[split.Parent].Most) - 1) / split.Block(ranges[split.Parent].Most);
            return Value(deeper.Outer) * deeper.Block(length) + Value(deeper.Inner);
        }
        return Value(split.Outer);
    }

    private void RequireOuterOutside(SplitRelation split, int length, int block)
    {
        var isFused = false;
        IEnumerable<IterVar> Leaves(IterVar axis)
        {
            var made = stage.Relations.FirstOrDefault(relation => relation is SplitRelation inner ? inner.Parent == axis
                : relation is FuseRelation fuse && (fuse.Outer == axis || fuse.Inner == axis));
            isFused |= made is FuseRelation;
            return made switch
            {
                SplitRelation inner => Leaves(inner.Outer).Concat(Leaves(inner.Inner)),
                FuseRelation fuse => Leaves(fuse.Fused),
                _ => [axis],
            };
        }
        var order = stage.LeafAxis.ToList();
        var (outer, inner) = (Leaves(split.Outer).ToList(), Leaves(split.Inner).ToList());
        // What threads have no part in is left out wherever their loop is.
        var isInOrder = stage.Threads.ContainsKey(split.Inner) || outer.Max(order.IndexOf) < inner.Min(order.IndexOf);
        if (isFused || !isInOrder)
            throw stage.Error(split.Where, $"{split.Parent.Name} of {stage.Tensor.Name} is {length} long and split by {block}, which does not divide; "
                + $"then {split.Outer.Name} has to be a loop outside of {split.Inner.Name}, and neither fused with others. Reorder them, or split by a divisor of {length}");
    }
}
