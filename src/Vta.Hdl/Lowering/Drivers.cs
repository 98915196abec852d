using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Lowering;

/// <summary>An assignment that a later one of the same block overrides in full.</summary>
/// <param name="Target">What both set.</param>
/// <param name="Lost">The place of the assignment without effect.</param>
/// <param name="Winner">The place of the later one.</param>
internal sealed record LostAssignment(Signal Target, SourceLocation Lost, SourceLocation Winner);

/// <summary>
/// Turns the statements of a module into one expression for each signal they drive: conditions become multiplexers, later statements win.
/// A register that is not assigned on some path keeps its value there.
/// </summary>
internal sealed class Drivers
{
    private readonly Dictionary<Signal, Statement> _incomplete = [];
    private readonly List<LostAssignment> _lost = [];
    private readonly Frame _top = new(null);

    private Drivers()
    {
    }

    /// <summary>Combinational signals that some path leaves without a driver, and the statement that does so.</summary>
    public IReadOnlyDictionary<Signal, Statement> Incomplete => _incomplete;

    /// <summary>Assignments without effect.</summary>
    public IReadOnlyList<LostAssignment> Lost => _lost;

    /// <summary>The drivers that the statements of a module make (for its own signals and its instances' inputs).</summary>
    public static Drivers Of(ModuleInstance module)
    {
        var drivers = new Drivers();
        drivers.Run(module.Body, drivers._top);
        return drivers;
    }

    /// <summary>True where something drives the signal. The value is null for a combinational signal that is not driven on every path.</summary>
    public bool TryGet(Signal signal, out Expression? value)
    {
        var isSet = _top.Set.TryGetValue(signal, out var driven);
        value = driven.Value;
        return isSet;
    }

    private void Run(Block block, Frame frame)
    {
        foreach (var statement in block.Statements)
        {
            switch (statement)
            {
                case Assign assign:
                    NoteLost(assign, frame);
                    frame.Set[assign.Target] = new(assign.Value, assign.Location, assign.IsPart);
                    break;
                case If choice:
                    Merge(choice, choice.Condition, Branch(choice.Then, frame), Branch(choice.Else, frame), frame);
                    break;
                case Switch choice:
                    RunSwitch(choice, frame);
                    break;
            }
        }
    }

    private void NoteLost(Assign assign, Frame frame)
    {
        if (!frame.Set.TryGetValue(assign.Target, out var before) || before.Location == assign.Location)
            return;
        if (!before.IsPart || assign.IsPart)
            _lost.Add(new(assign.Target, before.Location, assign.Location));
    }

    /// <summary>Each case is chosen over the rest of those behind it, the default last.</summary>
    private void RunSwitch(Switch choice, Frame frame)
    {
        var rest = Branch(choice.Default, frame);
        var covered = choice.Cases.Sum(c => c.Values.Count);
        var isFull = choice.Subject.Width < 31 && covered == 1 << choice.Subject.Width;
        for (var i = choice.Cases.Count - 1; i >= 0; i--)
        {
            var (values, body) = choice.Cases[i];
            var branch = Branch(body, frame);
            if (isFull && i == choice.Cases.Count - 1)
            {
                rest = branch;
                continue;
            }
            Expression holds = Make.False;
            foreach (var value in values)
            {
                var equal = Make.Operate(BinaryOperator.Equal, choice.Subject, Make.Constant(value, choice.Subject.Width));
                holds = Make.Operate(BinaryOperator.Or, holds, equal);
            }
            var merged = new Frame(frame);
            Merge(choice, holds, branch, rest, merged);
            rest = merged;
        }
        foreach (var (target, driven) in rest.Set)
            frame.Set[target] = driven;
    }

    private void Merge(Statement choice, Expression condition, Frame whenTrue, Frame whenFalse, Frame into)
    {
        foreach (var target in whenTrue.Set.Keys)
            Choose(target);
        foreach (var target in whenFalse.Set.Keys)
        {
            if (!whenTrue.Set.ContainsKey(target))
                Choose(target);
        }

        void Choose(Signal target)
        {
            var (x, y) = (whenTrue.Value(target), whenFalse.Value(target));
            if (x is null || y is null)
                _incomplete[target] = choice;
            else
                _incomplete.Remove(target);
            into.Set[target] = new(x is null || y is null ? null : Make.Select(condition, x, y), choice.Location, IsPart: false);
        }
    }

    private Frame Branch(Block? block, Frame outer)
    {
        var frame = new Frame(outer);
        if (block is not null)
            Run(block, frame);
        return frame;
    }

    /// <summary>What a block drives a signal with, and where.</summary>
    private readonly record struct Driven(Expression? Value, SourceLocation Location, bool IsPart);

    /// <summary>What a block has set so far. What it has not set, it sees as the block around it left it.</summary>
    private sealed class Frame(Frame? outer)
    {
        public Dictionary<Signal, Driven> Set { get; } = [];

        public Expression? Value(Signal target)
        {
            for (var frame = this; frame is not null; frame = frame.Outer)
            {
                if (frame.Set.TryGetValue(target, out var driven))
                    return driven.Value;
            }
            return target.Kind == SignalKind.Register ? target : null;
        }

        private Frame? Outer { get; } = outer;
    }
}
