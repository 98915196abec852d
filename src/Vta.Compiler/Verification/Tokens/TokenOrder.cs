using Vta.Isa.Instructions;

namespace Vta.Compiler.Verification.Tokens;

/// <summary>
/// What is certainly done when a unit begins something, whatever the units' timing: vector clocks that tokens carry. A unit's work is cut
/// into periods, each ended by a token that it gives. Queues are first in, first out, so the n-th token taken is the n-th given.
/// </summary>
internal sealed class TokenOrder
{
    private const int Units = 3;

    /// <summary>Of each unit: how many periods of every unit are over, as far as it knows.</summary>
    private readonly int[][] known = [new int[Units], new int[Units], new int[Units]];
    private readonly Dictionary<(Unit From, Unit To), Queue<int[]>> tokens = [];

    /// <summary>The period that a unit is in.</summary>
    internal int Period(Unit unit) => known[(int)unit][(int)unit];

    /// <summary>Whether a period of one unit is over before another does anything more; what a unit did itself always is.</summary>
    internal bool IsOver(Unit unit, int period, Unit observer) => unit == observer || known[(int)observer][(int)unit] > period;

    /// <summary>A unit gives a token once all it was told so far is done.</summary>
    internal void Push(Unit from, Unit to)
    {
        known[(int)from][(int)from]++;
        if (!tokens.TryGetValue((from, to), out var queue))
            tokens.Add((from, to), queue = []);
        queue.Enqueue([.. known[(int)from]]);
    }

    /// <summary>A unit takes a token before it does anything more; false where none was given.</summary>
    internal bool Pop(Unit from, Unit to)
    {
        if (!tokens.TryGetValue((from, to), out var queue) || !queue.TryDequeue(out var token))
            return false;
        var clock = known[(int)to];
        for (var unit = 0; unit < Units; unit++)
            clock[unit] = Math.Max(clock[unit], token[unit]);
        return true;
    }

    /// <summary>Tokens that were given and not taken.</summary>
    internal IEnumerable<(Unit From, Unit To, int Count)> Left() =>
        tokens.Where(pair => pair.Value.Count > 0).Select(pair => (pair.Key.From, pair.Key.To, pair.Value.Count));
}
