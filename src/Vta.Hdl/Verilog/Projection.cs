using Vta.Hdl.Ir;

namespace Vta.Hdl.Verilog;

/// <summary>The statements of a block that concern some signals only, without those that later ones override.</summary>
internal static class Projection
{
    public static Block Onto(Block block, IReadOnlySet<Signal> targets) => Onto(block, targets, []);

    /// <summary>The signals that a block may assign.</summary>
    public static IEnumerable<Signal> Targets(Block block) => block.Statements.SelectMany(s => s switch
    {
        Assign a => [a.Target],
        If i => Targets(i.Then).Concat(i.Else is null ? [] : Targets(i.Else)),
        Switch w => w.Cases.SelectMany(c => Targets(c.Body)).Concat(w.Default is null ? [] : Targets(w.Default)),
        _ => throw new InvalidOperationException($"unknown statement {s.GetType().Name}"),
    });

    private static Block Onto(Block block, IReadOnlySet<Signal> targets, HashSet<Bits> overridden)
    {
        var kept = new List<Statement>();
        var later = new HashSet<Bits>(overridden);
        foreach (var statement in block.Statements.AsEnumerable().Reverse())
        {
            switch (statement)
            {
                case Assign assign when targets.Contains(assign.Target) && !IsOverridden(assign.Part, later):
                    kept.Add(assign);
                    if (assign.Part.IsFixed)
                        later.Add(Of(assign.Part));
                    break;
                case If choice:
                    kept.AddRange(Of(choice, targets, later));
                    break;
                case Switch choice:
                    kept.AddRange(Of(choice, targets, later));
                    break;
            }
        }
        var result = new Block();
        result.Statements.AddRange(kept.AsEnumerable().Reverse());
        return result;
    }

    private static bool IsOverridden(SignalPart part, HashSet<Bits> later) =>
        later.Contains(Of(SignalPart.Whole(part.Signal))) || (part.IsFixed && later.Contains(Of(part)));

    private static Bits Of(SignalPart part) => new(part.Signal, part.Low, part.Width);

    private static IEnumerable<Statement> Of(If choice, IReadOnlySet<Signal> targets, HashSet<Bits> overridden)
    {
        var then = Onto(choice.Then, targets, overridden);
        var otherwise = choice.Else is null ? new() : Onto(choice.Else, targets, overridden);
        if (then.Statements.Count == 0 && otherwise.Statements.Count == 0)
            return [];
        if (choice.Condition is Literal constant)
            return (constant.Value.IsZero ? otherwise : then).Statements.AsEnumerable().Reverse();
        if (then.Statements.Count > 0)
            return [Build(choice.Condition, then, otherwise, choice)];
        var not = Make.Not(choice.Condition);
        return otherwise.Statements is [If { Else: null } inner]
            ? [Build(Make.Operate(BinaryOperator.And, not, inner.Condition), inner.Then, new(), inner)]
            : [Build(not, otherwise, new(), choice)];
    }

    private static If Build(Expression condition, Block then, Block otherwise, If source)
    {
        var result = new If(condition, source.Location) { Else = otherwise.Statements.Count == 0 ? null : otherwise };
        result.Then.Statements.AddRange(then.Statements);
        return result;
    }

    /// <summary>What happens where the subject chooses nothing: it is a constant, or there are no cases.</summary>
    private static Block OnlyBody(Switch choice) =>
        choice.Cases.FirstOrDefault(c => choice.Subject is Literal subject && c.Values.Contains(subject.Value))?.Body ?? choice.Default ?? new();

    private static IEnumerable<Statement> Of(Switch choice, IReadOnlySet<Signal> targets, HashSet<Bits> overridden)
    {
        if (choice.Cases.Count == 0 || choice.Subject is Literal)
            return Onto(OnlyBody(choice), targets, overridden).Statements.AsEnumerable().Reverse();
        var result = new Switch(choice.Subject, choice.Enumeration, choice.Location);
        if (choice.Default is not null)
            result.Default = Onto(choice.Default, targets, overridden);
        var hasDefault = result.Default is { Statements.Count: > 0 };
        foreach (var (values, body) in choice.Cases)
        {
            var projected = Onto(body, targets, overridden);
            if (hasDefault || projected.Statements.Count > 0)
                result.Cases.Add(new(values, projected));
        }
        return result.Cases.All(c => c.Body.Statements.Count == 0) && !hasDefault ? [] : [result];
    }

    /// <summary>Bits at a known place.</summary>
    private readonly record struct Bits(Signal Signal, int Low, int Width);
}
