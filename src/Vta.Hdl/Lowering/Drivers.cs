using System.Numerics;
using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Lowering;

/// <summary>
/// Turns the statements of a module into one expression for each signal they drive: conditions become multiplexers, later statements win.
/// A register that is not assigned on some path keeps its value there.
/// </summary>
public sealed class Drivers
{
    private readonly Dictionary<Signal, Expression?> _values = [];
    private readonly Dictionary<Signal, SourceLocation> _incomplete = [];

    private Drivers()
    {
    }

    /// <summary>The signals that are driven, and with what; null where a combinational signal is not driven on every path.</summary>
    public IReadOnlyDictionary<Signal, Expression?> Values => _values;

    /// <summary>Combinational signals that some path leaves without a driver, and the statement that does so.</summary>
    public IReadOnlyDictionary<Signal, SourceLocation> Incomplete => _incomplete;

    /// <summary>The drivers that the statements of a module make (for its own signals and its instances' inputs).</summary>
    public static Drivers Of(ModuleInstance module)
    {
        var drivers = new Drivers();
        drivers.Run(module.Body, drivers._values);
        return drivers;
    }

    private void Run(Block block, Dictionary<Signal, Expression?> values)
    {
        foreach (var statement in block.Statements)
        {
            switch (statement)
            {
                case Assign assign:
                    values[assign.Target] = assign.Value;
                    break;
                case If choice:
                    Merge(values, choice.Condition, Branch(choice.Then, values), Branch(choice.Else, values), choice.Location);
                    break;
                case Switch choice:
                    RunSwitch(choice, values);
                    break;
            }
        }
    }

    private void RunSwitch(Switch choice, Dictionary<Signal, Expression?> values)
    {
        var rest = Branch(choice.Default, values);
        var covered = choice.Cases.Sum(c => c.Values.Count);
        var isFull = choice.Subject.Width < 31 && covered == 1 << choice.Subject.Width;
        for (var i = choice.Cases.Count - 1; i >= 0; i--)
        {
            var (caseValues, body) = choice.Cases[i];
            var branch = Branch(body, values);
            if (isFull && i == choice.Cases.Count - 1)
            {
                rest = branch;
                continue;
            }
            Expression holds = Make.False;
            foreach (var value in caseValues)
            {
                holds = Make.Operate(
                    BinaryOperator.Or,
                    holds,
                    Make.Operate(BinaryOperator.Equal, choice.Subject, Make.Constant(value, choice.Subject.Width)));
            }
            var merged = new Dictionary<Signal, Expression?>();
            foreach (var target in branch.Keys.Union(rest.Keys))
            {
                merged[target] = Choose(
                    target, holds, branch.TryGetValue(target, out var t) ? t : Before(target, values), rest.TryGetValue(target, out var f) ? f : Before(target, values), choice.Location);
            }
            rest = merged;
        }
        foreach (var (target, value) in rest)
            values[target] = value;
    }

    private void Merge(
        Dictionary<Signal, Expression?> values,
        Expression condition,
        Dictionary<Signal, Expression?> whenTrue,
        Dictionary<Signal, Expression?> whenFalse,
        SourceLocation location)
    {
        foreach (var target in whenTrue.Keys.Union(whenFalse.Keys).ToArray())
        {
            var before = Before(target, values);
            values[target] = Choose(
                target,
                condition,
                whenTrue.TryGetValue(target, out var t) ? t : before,
                whenFalse.TryGetValue(target, out var f) ? f : before,
                location);
        }
    }

    private Expression? Choose(Signal target, Expression condition, Expression? whenTrue, Expression? whenFalse, SourceLocation location)
    {
        if (whenTrue is null || whenFalse is null)
        {
            _incomplete[target] = location;
            return null;
        }
        _incomplete.Remove(target);
        return Make.Select(condition, whenTrue, whenFalse);
    }

    private static Expression? Before(Signal target, Dictionary<Signal, Expression?> values) =>
        values.TryGetValue(target, out var value) ? value : target.Kind == SignalKind.Register ? target : null;

    /// <summary>What a block assigns, with the values before it still to be seen by nested conditions.</summary>
    private Dictionary<Signal, Expression?> Branch(Block? block, Dictionary<Signal, Expression?> before)
    {
        if (block is null || block.Statements.Count == 0)
            return [];
        var inside = new Dictionary<Signal, Expression?>(before);
        Run(block, inside);
        var changed = new Dictionary<Signal, Expression?>();
        foreach (var (target, value) in inside)
        {
            if (!before.TryGetValue(target, out var old) || !ReferenceEquals(old, value))
                changed[target] = value;
        }
        return changed;
    }
}
