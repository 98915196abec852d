using Vta.Compiler.LoopIr;
using Vta.Compiler.Schedules;
using Vta.Compiler.TensorExpressions;
using Vta.Isa;

namespace Vta.Compiler.Passes;

/// <summary>Compares the inner loops of a stage with what an intrinsic computes, and makes the call in their place.</summary>
/// <param name="stage">The stage.</param>
/// <param name="body">What it computes.</param>
/// <param name="loops">Its loops.</param>
internal sealed class TensorizeMatch(Stage stage, Expr body, StageBounds loops)
{
    private readonly TensorizePoint point = stage.Tensorized!;
    private readonly List<TensorRead> inputs = [];
    private readonly Dictionary<IterVar, IterVar> axes = [];

    /// <summary>The call for the loops from a depth on.</summary>
    /// <exception cref="VtaInputException">The intrinsic does something else.</exception>
    internal Stmt Call(bool isReset, IReadOnlyDictionary<Variable, Expr> indices, int depth)
    {
        Require(body is ReduceExpr, $"it reduces, and {stage.Tensor.Name} is no reduction");
        MapAxes(depth);
        Match(point.Intrinsic.Declaration.Body, body);
        var inside = stage.LeafAxis.Skip(depth).ToDictionary(leaf => loops.LoopVariables[leaf], _ => (Expr)0);
        var outer = indices.ToDictionary(pair => pair.Key, pair => pair.Value.Substitute(inside));
        TensorRead At(TensorRead read) => new(read.Tensor, [.. read.Indices.Select(index => index.Substitute(outer))]);
        return new TensorizedCall(point.Intrinsic, isReset, At(new TensorRead(stage.Tensor, [.. stage.Axis])), isReset ? [] : [.. inputs.Select(At)]);
    }

    /// <summary>The intrinsic's axes and those of the stage, in the order of its loops.</summary>
    private void MapAxes(int depth)
    {
        var inner = stage.LeafAxis.Skip(depth).ToList();
        foreach (var kind in (IterKind[])[IterKind.Data, IterKind.Reduce])
        {
            IReadOnlyList<IterVar> declared = kind == IterKind.Data ? point.Intrinsic.Declaration.Axis : point.Intrinsic.Declaration.ReduceAxis;
            var found = inner.Where(leaf => leaf.Kind == kind).ToList();
            Require(found.Count == declared.Count, $"it has {declared.Count} {(kind == IterKind.Data ? "data" : "reduce")} axes; "
                + $"from {point.Axis.Name} on there are {found.Count}");
            foreach (var (want, have) in declared.Zip(found))
            {
                Require(loops.Loop(have) is { Extent: Constant } range && range.Most == want.Extent,
                    $"its axis {want.Name} has {want.Extent} iterations; {have.Name} has {loops.Loop(have).Extent}");
                axes[want] = have;
            }
        }
    }

    private void Match(Expr want, Expr have)
    {
        switch (want, have)
        {
            case (ReduceExpr wanted, ReduceExpr found) when wanted.Reducer == found.Reducer:
                Match(wanted.Value, found.Value);
                break;
            case (CastExpr wanted, CastExpr found) when wanted.To == found.To:
                Match(wanted.Value, found.Value);
                break;
            case (BinaryExpr wanted, BinaryExpr found) when wanted.Operator == found.Operator:
                Match(wanted.Left, found.Left);
                Match(wanted.Right, found.Right);
                break;
            case (TensorRead wanted, TensorRead found) when wanted.Type == found.Type && HasElement(wanted, found):
                RequireScope(found);
                inputs.Add(found);
                break;
            default:
                Require(false, $"where it has {want}, the stage has {have}");
                break;
        }
    }

    /// <summary>The last indices are those of the intrinsic; the others do not move inside of it.</summary>
    private bool HasElement(TensorRead wanted, TensorRead found)
    {
        var outer = found.Indices.Count - wanted.Indices.Count;
        if (outer < 0)
            return false;
        var leaves = axes.Values.Select(axis => (Expr)axis).ToHashSet();
        return wanted.Indices.Zip(found.Indices.Skip(outer)).All(pair => pair.First is IterVar axis && axes[axis] == pair.Second as IterVar)
            && found.Indices.Take(outer).All(index => !index.All().Any(leaves.Contains));
    }

    private void RequireScope(TensorRead found)
    {
        var want = point.Intrinsic.Inputs[Math.Min(inputs.Count, point.Intrinsic.Inputs.Count - 1)];
        var have = stage.Schedule[(SymbolicTensor)found.Tensor].Scope;
        Require(have == want, $"it reads {found.Tensor.Name} from {want}, and that is in {have}: use SetScope");
        Require(stage.Scope == point.Intrinsic.Output, $"it writes to {point.Intrinsic.Output}, and {stage.Tensor.Name} is in {stage.Scope}: use SetScope");
    }

    private void Require(bool holds, string reason)
    {
        if (!holds)
            throw stage.Error(point.Where, $"{point.Intrinsic.Name} cannot do the loops of {stage.Tensor.Name} from {point.Axis.Name} on: {reason}");
    }
}
