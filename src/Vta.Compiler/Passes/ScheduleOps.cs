using Vta.Compiler.LoopIr;
using Vta.Compiler.LoopIr.Arithmetic;
using Vta.Compiler.Schedules;
using Vta.Compiler.TensorExpressions;

namespace Vta.Compiler.Passes;

/// <summary>Makes the loops of a schedule: each stage where it is computed, tensors still with all their axes.</summary>
internal sealed class ScheduleOps
{
    private readonly Schedule schedule;
    private readonly InferBound bounds;
    private readonly Simplifier simplifier;

    private ScheduleOps(Schedule schedule, InferBound bounds)
    {
        this.schedule = schedule;
        this.bounds = bounds;
        simplifier = new Simplifier(bounds.Bounds);
    }

    internal static Stmt Run(Schedule schedule, InferBound bounds) => new ScheduleOps(schedule, bounds).Attached(null, null, Stmt.Nothing);

    /// <summary>A body after the stages that are computed at a loop, or at none.</summary>
    private Stmt Attached(Stage? parent, IterVar? axis, Stmt body)
    {
        var here = schedule.Stages.Where(stage => bounds.Bodies.ContainsKey(stage) && stage.Attach?.Stage == parent && stage.Attach?.Axis == axis);
        foreach (var stage in here.Reverse())
        {
            var both = Sequence.Of(new StageNest(this, stage).Loops(), body);
            body = stage.IsOutput
                ? both
                : new Realize(stage.Tensor, [.. stage.Axis.Select(root => bounds[stage].Roots[root])], stage.Scope, both);
        }
        return body;
    }

    /// <summary>The loops of one stage.</summary>
    private sealed class StageNest
    {
        private readonly ScheduleOps ops;
        private readonly Stage stage;
        private readonly StageBounds loops;
        private readonly Dictionary<Variable, Expr> indices;
        private readonly ReduceExpr? reduce;

        internal StageNest(ScheduleOps ops, Stage stage)
        {
            this.ops = ops;
            this.stage = stage;
            loops = ops.bounds[stage];
            reduce = ops.bounds.Bodies[stage] as ReduceExpr;
            indices = loops.Roots.ToDictionary(
                root => (Variable)root.Key, root => ops.simplifier.Simplify(root.Value.Min + loops.Values[root.Key]));
        }

        internal Stmt Loops() => At(0, isReduced: false);

        private Stmt At(int depth, bool isReduced)
        {
            if (depth < stage.LeafAxis.Count && stage.LeafAxis[depth].Kind == IterKind.Reduce && !isReduced)
                return Sequence.Of(Initial(depth, []), At(depth, isReduced: true));
            if (stage.Tensorized is { } point && depth < stage.LeafAxis.Count && stage.LeafAxis[depth] == point.Axis)
            {
                // Where no reduction runs outside of the intrinsic, its result is reset right before.
                var update = new TensorizeMatch(stage, ops.bounds.Bodies[stage], loops).Call(false, indices, depth);
                return isReduced ? update : Sequence.Of(new TensorizeMatch(stage, ops.bounds.Bodies[stage], loops).Call(true, indices, depth), update);
            }
            if (depth == stage.LeafAxis.Count)
                return Body();
            var leaf = stage.LeafAxis[depth];
            var body = ops.Attached(stage, leaf, At(depth + 1, isReduced));
            return Marked(leaf, Loop(leaf, Limited(leaf, body, [])));
        }

        private Stmt Loop(IterVar leaf, Stmt body)
        {
            var range = loops.Loop(leaf);
            if (range.Extent is Constant { Value: 1 })
                return body;
            var variable = loops.LoopVariables[leaf];
            // Where a tile has nothing to share, nothing is done.
            return stage.Threads.ContainsKey(leaf) && range.Most > 0
                ? new VirtualThread(variable, range.Most, body)
                : new For(variable, ops.simplifier.Simplify(range.Extent), body) { Most = range.Most };
        }

        /// <summary>What is left out by threads that have no part in it, inside of the last of the loops that decide that.</summary>
        private Stmt Limited(IterVar leaf, Stmt body, Dictionary<Variable, Expr> renamed)
        {
            bool IsLast(Expr condition) =>
                leaf == (stage.LeafAxis.LastOrDefault(one => condition.Uses(loops.LoopVariables[one])) ?? stage.LeafAxis[0]);
            foreach (var condition in loops.Limits.Select(limit => limit.Condition).Where(IsLast))
                body = If.Of(condition.Substitute(renamed), body);
            return body;
        }

        private Stmt Marked(IterVar leaf, Stmt body) =>
            stage.Pragmas.TryGetValue(leaf, out var pragma) ? new Pragma(pragma.Kind, pragma.Where, body) : body;

        private Stmt Body()
        {
            var target = Target(indices);
            return reduce is null
                ? new TensorStore(stage.Tensor, target, Value(ops.bounds.Bodies[stage]))
                : new TensorStore(stage.Tensor, target, reduce.Combine(new TensorRead(stage.Tensor, target), Value(reduce.Value)));
        }

        private Expr Value(Expr body) => ops.simplifier.Simplify(body.Substitute(indices));

        private IReadOnlyList<Expr> Target(IReadOnlyDictionary<Variable, Expr> values) => [.. stage.Axis.Select(axis => values[axis])];

        /// <summary>The loops that set the result to what the reduction begins with: those inside of its outermost loop that are not reduced.</summary>
        private Stmt Initial(int depth, Dictionary<Variable, Expr> renamed)
        {
            if (depth == stage.LeafAxis.Count || stage.LeafAxis[depth] == stage.Tensorized?.Axis)
            {
                var moved = indices.ToDictionary(pair => pair.Key, pair => pair.Value.Substitute(renamed));
                return depth < stage.LeafAxis.Count
                    ? new TensorizeMatch(stage, ops.bounds.Bodies[stage], loops).Call(true, moved, depth)
                    : new TensorStore(stage.Tensor, Target(moved), reduce!.Initial);
            }
            var leaf = stage.LeafAxis[depth];
            var range = loops.Loop(leaf);
            if (leaf.Kind == IterKind.Reduce || range.Extent is Constant { Value: 1 })
                return Marked(leaf, Initial(depth + 1, renamed));
            if (stage.Threads.TryGetValue(leaf, out var where))
                throw stage.Error(where, $"{leaf.Name} of {stage.Tensor.Name} is bound to threads inside of a reduction; Reorder it outside");
            var variable = new Variable($"{leaf.Name}.init");
            ops.bounds.Bounds.Add(variable, range.Most);
            renamed[loops.LoopVariables[leaf]] = variable;
            var extent = ops.simplifier.Simplify(range.Extent.Substitute(renamed));
            return Marked(leaf, new For(variable, extent, Limited(leaf, Initial(depth + 1, renamed), renamed)) { Most = range.Most });
        }
    }
}
