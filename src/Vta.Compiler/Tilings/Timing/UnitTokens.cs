using Vta.Isa.Instructions;

namespace Vta.Compiler.Tilings.Timing;

/// <summary>The token queues between neighbouring units.</summary>
internal sealed class UnitTokens
{
    private readonly TokenTimes[] queues = [new(), new(), new(), new()];

    /// <summary>When a unit has the tokens that an instruction takes; never where one is not pushed yet.</summary>
    internal long Available(Unit unit, Dependencies dependencies)
    {
        var time = 0L;
        foreach (var flag in (ReadOnlySpan<Dependencies>)[Dependencies.PopPrev, Dependencies.PopNext])
        {
            if (dependencies.HasFlag(flag))
                time = Math.Max(time, Popped(unit, flag) is { IsEmpty: false } queue ? queue.Next : UnitTiming.Never);
        }
        return time;
    }

    internal void Take(Unit unit, Dependencies dependencies)
    {
        foreach (var flag in (ReadOnlySpan<Dependencies>)[Dependencies.PopPrev, Dependencies.PopNext])
        {
            if (dependencies.HasFlag(flag))
                Popped(unit, flag).Pop();
        }
    }

    internal void Give(Unit unit, Dependencies dependencies, long time)
    {
        foreach (var flag in (ReadOnlySpan<Dependencies>)[Dependencies.PushPrev, Dependencies.PushNext])
        {
            if (dependencies.HasFlag(flag))
                queues[int.Log2((int)TokenQueue.Pushed(unit, flag))].Push(time);
        }
    }

    private TokenTimes Popped(Unit unit, Dependencies flag) => queues[int.Log2((int)TokenQueue.Popped(unit, flag))];
}
