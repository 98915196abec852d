using Vta.Compiler.LoopIr;
using Vta.Compiler.LoopIr.Arithmetic;
using Vta.Compiler.Schedules;
using Vta.Compiler.TensorExpressions;
using Vta.Isa;

namespace Vta.Compiler.Passes;

/// <summary>Finds how much of each tensor is needed where it is computed, and so the lengths of all loops; from the outputs backwards.</summary>
internal sealed class InferBound
{
    private readonly Schedule schedule;
    private readonly IReadOnlyDictionary<Stage, Expr> bodies;
    private readonly Dictionary<Stage, StageBounds> stages = [];

    private InferBound(Schedule schedule, IReadOnlyDictionary<Stage, Expr> bodies)
    {
        this.schedule = schedule;
        this.bodies = bodies;
    }

    /// <summary>What is known of all loop variables.</summary>
    internal Bounds Bounds { get; } = new();

    internal IReadOnlyDictionary<Stage, Expr> Bodies => bodies;

    private Simplifier Simplifier => field ??= new Simplifier(Bounds);

    /// <exception cref="VtaInputException">A tensor is computed where not all of its readers see it.</exception>
    internal static InferBound Run(Schedule schedule)
    {
        var inference = new InferBound(schedule, InlineComputes.Run(schedule));
        var computed = schedule.Stages.Reverse().Where(inference.bodies.ContainsKey).ToList();
        // What was a legal place when it was chosen may be inlined or inside of an intrinsic by now.
        foreach (var stage in computed.Where(stage => stage.Attach is not null))
            stage.RequirePlace(stage.Attach!);
        foreach (var stage in computed)
            inference.stages.Add(stage, new StageBounds(stage, inference.Roots(stage), inference.Bounds));
        return inference;
    }

    internal StageBounds this[Stage stage] => stages[stage];

    /// <summary>The part of each tensor that is computed at a time, and the loops that do so; a line for each, in their order.</summary>
    public override string ToString() => string.Concat(schedule.Stages.Where(stages.ContainsKey).Select(stage => $"{Describe(stage, stages[stage])}\n"));

    private static string Describe(Stage stage, StageBounds bounds)
    {
        var place = stage.Attach is { } attach ? $" at {attach.Axis.Name} of {attach.Stage.Tensor.Name}" : "";
        var part = string.Join(", ", stage.Axis.Select(axis => bounds.Roots[axis]).Select(range => $"({range.Min}, {range.Extent})"));
        var loops = string.Join(", ", stage.LeafAxis.Select(leaf => $"{leaf.Name} {bounds.Loop(leaf).Extent}"));
        return $"{stage.Tensor.Name}{place}: [{part}] by loops {loops}";
    }

    /// <summary>Variables of the loops that a stage is computed in.</summary>
    internal HashSet<Variable> Around(Stage stage)
    {
        var around = new HashSet<Variable>();
        for (var attach = stage.Attach; attach is not null; attach = attach.Stage.Attach)
        {
            foreach (var leaf in attach.Stage.LeafAxis)
            {
                around.Add(stages[attach.Stage].LoopVariables[leaf]);
                if (leaf == attach.Axis)
                    break;
            }
        }
        return around;
    }

    private Dictionary<IterVar, AxisRange> Roots(Stage stage)
    {
        var roots = stage.ReduceAxis.ToDictionary(axis => axis, axis => AxisRange.Whole(axis.Extent));
        var needed = stage.IsOutput ? [.. stage.Tensor.Shape.Select(AxisRange.Whole)] : Needed(stage);
        foreach (var (axis, range) in stage.Axis.Zip(needed))
            roots.Add(axis, range);
        return roots;
    }

    private IReadOnlyList<AxisRange> Needed(Stage stage)
    {
        var around = Around(stage);
        AxisRange[]? union = null;
        foreach (var reader in schedule.Stages.Where(reader => bodies.TryGetValue(reader, out var body) && Reads(body, stage.Tensor).Any()))
        {
            RequireSeen(stage, reader);
            var parts = PartsOf(reader, around);
            foreach (var read in Reads(bodies[reader], stage.Tensor))
            {
                AxisRange[] part = [.. read.Indices.Select((index, axis) => Clip(Part(index, parts, stage.Tensor.Shape[axis]), stage.Tensor.Shape[axis]))];
                union = union is null ? part : [.. union.Zip(part, stage.Tensor.Shape).Select(both => Union(both.First, both.Second, both.Third))];
            }
        }
        return union ?? [.. stage.Tensor.Shape.Select(AxisRange.Whole)];
    }

    private static IEnumerable<TensorRead> Reads(Expr body, SymbolicTensor tensor) => body.All().OfType<TensorRead>().Where(read => read.Tensor == tensor);

    private void RequireSeen(Stage stage, Stage reader)
    {
        if (stage.Attach is not { } attach || attach.Stage == reader)
            return;
        if (Around(reader).Contains(stages[attach.Stage].LoopVariables[attach.Axis]))
            return;
        var common = schedule.LegalPlaces(stage).Where(place =>
            schedule.Readers(stage).All(other => other == place.Stage || Around(other).Contains(stages[place.Stage].LoopVariables[place.Axis])));
        throw stage.Error(attach.Where, $"{stage.Tensor.Name} cannot be computed at {attach.Axis.Name} of {attach.Stage.Tensor.Name}: "
            + $"{reader.Tensor.Name}, which reads it, is computed outside of that loop; legal places are {Schedule.Describe([.. common])}");
    }

    /// <summary>The part of each axis of a reader that lies within one iteration of the loops around.</summary>
    private Dictionary<IterVar, AxisRange> PartsOf(Stage reader, HashSet<Variable> around)
    {
        var parts = stages[reader].Part(around);
        foreach (var (axis, root) in stages[reader].Roots)
        {
            var part = parts[axis];
            parts[axis] = Relax(new AxisRange(root.Min + part.Min, part.Extent, part.Most), around);
        }
        return parts;
    }

    /// <summary>The range without variables of loops that run to their end meanwhile.</summary>
    private AxisRange Relax(AxisRange range, HashSet<Variable> around)
    {
        var variables = new HashSet<Variable>();
        range.Extent.CollectVariables(variables);
        var extent = variables.IsSubsetOf(around) ? range.Extent : range.Most;
        var (moving, still) = LinearForm.Of(range.Min).Partition((term, _) => !IsWithin(term, around));
        var span = Bounds.OfSum(moving);
        var added = (int)(span.Max - span.Min);
        return !moving.Terms.Any()
            ? range with { Extent = extent }
            : new AxisRange(still.ToExpr() + span.Min, extent + added, range.Most + added);
    }

    private static bool IsWithin(Expr term, HashSet<Variable> around)
    {
        var variables = new HashSet<Variable>();
        term.CollectVariables(variables);
        return variables.IsSubsetOf(around);
    }

    private AxisRange Part(Expr index, Dictionary<IterVar, AxisRange> parts, int length)
    {
        var form = LinearForm.Of(index);
        Expr min = form.Constant;
        Expr extent = 1;
        var most = 1;
        foreach (var (term, coefficient) in form.Terms)
        {
            if (Range(term, parts) is not { } part)
                return AxisRange.Whole(length);
            var size = (int)Math.Abs(coefficient);
            min += (coefficient > 0 ? part.Min : part.Min + part.Extent - 1) * coefficient;
            extent += (part.Extent - 1) * size;
            most += (part.Most - 1) * size;
        }
        return new AxisRange(Simplifier.Simplify(min), Simplifier.Simplify(extent), most);
    }

    private AxisRange? Range(Expr term, Dictionary<IterVar, AxisRange> parts)
    {
        switch (term)
        {
            case IterVar axis when parts.TryGetValue(axis, out var part):
                return part;
            case BinaryExpr { Operator: BinaryOperator.FloorDivide, Right: Constant { Value: > 0 } divisor } quotient:
                var inner = Part(quotient.Left, parts, int.MaxValue);
                if (inner.Most == int.MaxValue)
                    return null;
                var first = Simplifier.Simplify(inner.Min / divisor.Value);
                var last = Simplifier.Simplify((inner.Min + (inner.Extent - 1)) / divisor.Value);
                var most = (inner.Most - 1) / divisor.Value + (inner.Most > 1 ? 2 : 1);
                var extent = Simplifier.Simplify(last - first + 1);
                return extent is Constant known ? new AxisRange(first, known, known.Value) : new AxisRange(first, most, most);
            case BinaryExpr { Operator: BinaryOperator.FloorModulo, Right: Constant { Value: > 0 } modulus } rest:
                var dividend = Part(rest.Left, parts, int.MaxValue);
                return dividend.Most == 1 ? AxisRange.Point(Simplifier.Simplify(dividend.Min % modulus.Value)) : AxisRange.Whole(modulus.Value);
            default:
                return null;
        }
    }

    /// <summary>The range within the tensor; what is guarded may reach beyond.</summary>
    private AxisRange Clip(AxisRange range, int length)
    {
        var min = Simplifier.Simplify(Expr.Max(range.Min, 0));
        var end = Simplifier.Simplify(Expr.Min(range.Min + range.Extent, length));
        var extent = Simplifier.Simplify(end - min);
        // Of what lies beyond altogether nothing is computed.
        if (Bounds.Exact(extent).Min < 0)
            extent = Simplifier.Simplify(Expr.Max(extent, 0));
        var known = Bounds.Of(extent);
        return known.Min == known.Max
            ? new AxisRange(min, (int)known.Min, (int)known.Min)
            : new AxisRange(min, extent, (int)Math.Min(Math.Min(range.Most, length), Math.Max(known.Max, 1)));
    }

    private AxisRange Union(AxisRange left, AxisRange right, int length)
    {
        if (left == right)
            return left;
        var between = Bounds.OfSum(LinearForm.Of(right.Min - left.Min));
        if (between.Min != between.Max || left.Extent is not Constant || right.Extent is not Constant)
            return AxisRange.Whole(length);
        var distance = (int)between.Min;
        var first = Math.Min(0, distance);
        var extent = Math.Max(left.Most, distance + right.Most) - first;
        return new AxisRange(Simplifier.Simplify(left.Min + first), extent, extent);
    }
}
