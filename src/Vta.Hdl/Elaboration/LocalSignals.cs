using Vta.Hdl.Ir;

namespace Vta.Hdl.Elaboration;

/// <summary>
/// Wires, and inputs of instances, that are declared inside the block of a condition: what drives them there does so under the conditions inside that block, and
/// not under those around it. Their statements move to the top of the module, before the block.
/// </summary>
internal sealed class LocalSignals
{
    private readonly Dictionary<Block, HashSet<Signal>> _signals = [];

    public void Add(Signal signal, Block block)
    {
        if (!_signals.TryGetValue(block, out var signals))
            _signals[block] = signals = [];
        signals.Add(signal);
    }

    public void Hoist(Block body)
    {
        if (_signals.Count == 0)
            return;
        var statements = body.Statements.ToArray();
        body.Statements.Clear();
        foreach (var statement in statements)
        {
            foreach (var block in Blocks(statement))
                Hoist(block, body);
            body.Statements.Add(statement);
        }
    }

    private void Hoist(Block block, Block to)
    {
        if (_signals.TryGetValue(block, out var signals))
            to.Statements.AddRange(Take(block, signals).Statements);
        foreach (var inner in block.Statements.SelectMany(Blocks))
            Hoist(inner, to);
    }

    /// <summary>Takes the statements that drive some signals out of a block.</summary>
    private static Block Take(Block block, HashSet<Signal> signals)
    {
        var (taken, left) = (new Block(), new List<Statement>());
        foreach (var statement in block.Statements)
        {
            if (statement is Assign assign && signals.Contains(assign.Target))
            {
                taken.Statements.Add(assign);
                continue;
            }
            left.Add(statement);
            if (Take(statement, signals) is { } copy)
                taken.Statements.Add(copy);
        }
        block.Statements.Clear();
        block.Statements.AddRange(left);
        return taken;
    }

    /// <summary>The same choice with what drives the signals, which is no more in the choice itself; null where there is nothing.</summary>
    private static Statement? Take(Statement statement, HashSet<Signal> signals)
    {
        switch (statement)
        {
            case If choice:
                var copy = new If(choice.Condition, choice.Location);
                copy.Then.Statements.AddRange(Take(choice.Then, signals).Statements);
                copy.Else = choice.Else is null ? null : Take(choice.Else, signals);
                return HasStatements(copy) ? copy : null;
            case Switch choice:
                var cases = new Switch(choice.Subject, choice.Enumeration, choice.Location);
                cases.Cases.AddRange(choice.Cases.Select(c => c with { Body = Take(c.Body, signals) }));
                cases.Default = choice.Default is null ? null : Take(choice.Default, signals);
                return HasStatements(cases) ? cases : null;
            default:
                return null;
        }
    }

    private static bool HasStatements(Statement choice) => Blocks(choice).Any(b => b.Statements.Count > 0);

    private static IEnumerable<Block> Blocks(Statement statement) => statement switch
    {
        If choice => choice.Else is null ? [choice.Then] : [choice.Then, choice.Else],
        Switch choice => choice.Cases.Select(c => c.Body).Concat(choice.Default is null ? [] : [choice.Default]),
        _ => [],
    };
}
