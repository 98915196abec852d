using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;
using Vta.Hdl.Naming;

namespace Vta.Hdl.Lowering;

/// <summary>An assignment that a later one of the same block overrides in full.</summary>
/// <param name="Part">What both set.</param>
/// <param name="Lost">The place of the assignment without effect.</param>
/// <param name="Winner">The place of the later one.</param>
internal sealed record LostAssignment(SignalPart Part, SourceLocation Lost, SourceLocation Winner);

/// <summary>
/// Turns the statements of a module into one expression for each signal they drive: conditions become multiplexers, later statements win.
/// A register that is not assigned on some path keeps its value there. Bits of a signal may have drivers in different places.
/// </summary>
internal sealed class Drivers
{
    private readonly List<LostAssignment> _lost = [];
    private readonly Frame _top = new(null);

    private Drivers()
    {
    }

    /// <summary>Assignments without effect.</summary>
    public IReadOnlyList<LostAssignment> Lost => _lost;

    /// <summary>The drivers that the statements of a module make (for its own signals and its instances' inputs).</summary>
    public static Drivers Of(ModuleInstance module)
    {
        var drivers = new Drivers();
        drivers.Run(module.Body, drivers._top);
        return drivers;
    }

    /// <summary>What drives the bits of a signal; null where nothing sets any of them.</summary>
    public DrivenBits? Of(Signal signal) => _top.Set.GetValueOrDefault(signal);

    private void Run(Block block, Frame frame)
    {
        foreach (var statement in block.Statements)
        {
            switch (statement)
            {
                case Assign assign:
                    Set(assign, frame);
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

    private void Set(Assign assign, Frame frame)
    {
        var part = assign.Part;
        var origin = new Origin(assign.Location, assign.IsField, part.Low, part.Span);
        var before = frame.Value(part.Signal);
        NoteLost(assign, before);
        frame.Set[part.Signal] = part.IsFixed
            ? before.With(new DrivenRange(part.Low, part.Width, assign.Value, 0) { Origin = origin })
            : ComputedPlace.Set(assign, before, origin);
    }

    /// <summary>
    /// What sets no bits but those of a later assignment is lost; a larger value may have exceptions for all of its parts, and any default one that a C#
    /// condition decides about.
    /// </summary>
    private void NoteLost(Assign assign, DrivenBits before)
    {
        var part = assign.Part;
        if (!part.IsFixed)
            return;
        foreach (var lost in before.Between(part.Low, part.Low + part.Width).Select(r => r.Origin).OfType<Origin>().Distinct())
        {
            var isCovered = lost.Low >= part.Low && lost.Low + lost.Width <= part.Low + part.Width;
            if (isCovered && lost.Location != assign.Location && (!lost.IsField || assign.IsField) && !SourceNames.IsBranchWithout(assign.Location, lost.Location))
                _lost.Add(new(part, lost.Location, assign.Location));
        }
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

        void Choose(Signal target) => into.Set[target] = Choice(choice, condition, whenTrue.Value(target), whenFalse.Value(target), into.Value(target));
    }

    /// <summary>Bits that no branch has set stay what they were.</summary>
    private static DrivenBits Choice(Statement choice, Expression condition, DrivenBits whenTrue, DrivenBits whenFalse, DrivenBits before)
    {
        var sides = DrivenBits.Side(whenTrue, whenFalse, before).ToArray();
        var changed = sides.Where(IsChanged).Select(s => s[0]).ToArray();
        if (changed.Length == 0)
            return before;
        var origin = new Origin(choice.Location, IsField: false, changed[0].Low, changed[^1].End - changed[0].Low);
        return before.With([.. sides.Select(s => IsChanged(s) ? Chosen(s[0], s[1]) : s[2])]);

        static bool IsChanged(DrivenRange[] side) =>
            side[0].Origin is not null || side[1].Origin is not null || !side[0].HasSameValue(side[2]) || !side[1].HasSameValue(side[2]);

        DrivenRange Chosen(DrivenRange x, DrivenRange y)
        {
            if (x.HasSameValue(y))
                return x with { Origin = origin, Gap = x.Gap ?? y.Gap };
            return x.Value is { } first && y.Value is { } second
                ? new(x.Low, x.Width, Make.Select(condition, first, second), 0) { Origin = origin }
                : new(x.Low, x.Width, null, 0) { Origin = origin, Gap = choice };
        }
    }

    private Frame Branch(Block? block, Frame outer)
    {
        var frame = new Frame(outer);
        if (block is not null)
            Run(block, frame);
        return frame;
    }

    /// <summary>What a block has set so far. What it has not set, it sees as the block around it left it.</summary>
    private sealed class Frame(Frame? outer)
    {
        public Dictionary<Signal, DrivenBits> Set { get; } = [];

        public DrivenBits Value(Signal target) => Set.GetValueOrDefault(target) ?? outer?.Value(target).Found() ?? DrivenBits.Unset(target);
    }
}
