using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Lowering;

/// <summary>
/// Finds combinational loops. Signals that read each other need not be one: <c>carry[3]</c> may depend on <c>carry[2]</c>. So groups of
/// signals that read each other are looked at bit by bit; where no bit depends on itself, their drivers are rewritten without the circle.
/// </summary>
internal static class CombinationalLoops
{
    /// <summary>Reports the loops, and makes the drivers free of circles where there are none.</summary>
    public static IReadOnlyList<Diagnostic> Resolve(Dictionary<Signal, Expression> drivers)
    {
        if (!HasCircle(drivers))
            return [];
        var problems = new List<Diagnostic>();
        foreach (var group in SignalGroups.ThatReadEachOther(drivers))
        {
            if (new BitDependencies(drivers, group).FindLoop() is { } loop)
                problems.Add(Describe(loop));
            else
                new BitwiseDrivers(drivers, group).Rewrite();
        }
        return problems;
    }

    /// <summary>One pass over all expressions: the common case is that there is none.</summary>
    private static bool HasCircle(Dictionary<Signal, Expression> drivers)
    {
        var isDone = new Dictionary<Expression, bool>(ReferenceEqualityComparer.Instance);
        var waiting = new Stack<Expression>();
        foreach (var root in drivers.Keys)
        {
            if (root.Kind == SignalKind.Register)
                continue;
            waiting.Push(root);
            while (waiting.TryPeek(out var top))
            {
                if (isDone.TryGetValue(top, out var done))
                {
                    waiting.Pop();
                    if (done)
                        continue;
                    isDone[top] = true;
                    continue;
                }
                isDone[top] = false;
                foreach (var operand in OperandsAcross(top, drivers))
                {
                    if (!isDone.TryGetValue(operand, out var isBehind))
                        waiting.Push(operand);
                    else if (!isBehind)
                        return true;
                }
            }
        }
        return false;
    }

    private static IEnumerable<Expression> OperandsAcross(Expression expression, Dictionary<Signal, Expression> drivers) => expression is not Signal signal
        ? ExpressionGraph.Operands(expression)
        : signal.Kind != SignalKind.Register && drivers.TryGetValue(signal, out var driver) ? [driver] : [];

    private static Diagnostic Describe(IReadOnlyList<SignalBit> loop)
    {
        var steps = loop.Append(loop[0]).Select((bit, i) => i < loop.Count ? $"{bit} (set at {SetPlaces.Of(bit.Signal)})" : bit.ToString());
        return new(
            Rule.CombinationalLoop,
            $"combinational loop: {string.Join(" reads ", steps)}; a register on the way breaks it",
            SetPlaces.Of(loop[0].Signal));
    }
}
