using Vta.Isa;
using Vta.Isa.Instructions;

namespace Vta.Compiler.Tilings.Timing;

/// <summary>The load unit: asks for the bursts of the next instructions while the data of the first arrive, with a limit on beats under way.</summary>
internal sealed class LoadTiming(VtaConfig config, ReadBus bus, UnitTokens tokens, FetchTiming fetch) : UnitTiming
{
    private const int MaxBeatsUnderWay = 128;
    private const int MaxBurst = 64;
    private const int MaxJobs = 8;
    private const int StartCycles = 1;

    private readonly Queue<(long End, int Beats)> underWay = [];
    private readonly Queue<long> jobEnds = [];
    private TimedInstruction current;
    private IEnumerator<int>? bursts;
    private int beatsUnderWay;
    private long address;
    private long jobStart;
    private long writerFree;
    private long jobBeats;

    /// <inheritdoc/>
    internal override long NextTime
    {
        get
        {
            if (bursts is not null)
                return Math.Max(address, Room());
            if (fetch.Next(Unit.Load) is not var (instruction, time))
                return Never;
            var ready = Math.Max(Math.Max(time, address), tokens.Available(Unit.Load, instruction.Dependencies));
            return jobEnds.Count > MaxJobs ? Math.Max(ready, jobEnds.Peek()) : ready;
        }
    }

    /// <inheritdoc/>
    internal override void Step(long time)
    {
        if (bursts is null)
            Begin(time);
        else
            Burst(time);
    }

    private void Begin(long time)
    {
        current = fetch.Next(Unit.Load)!.Value.Instruction;
        fetch.Take(Unit.Load, time);
        tokens.Take(Unit.Load, current.Dependencies);
        if (jobEnds.Count > MaxJobs)
            jobEnds.Dequeue();
        jobStart = Math.Max(writerFree, time + StartCycles);
        jobBeats = 0;
        address = time + 1;
        bursts = current.Bursts(config).GetEnumerator();
        if (!bursts.MoveNext())
            End(jobStart);
        else
            address = time + StartCycles;
    }

    private void Burst(long time)
    {
        var beats = bursts!.Current;
        var (first, end) = bus.Ask(time, beats, Math.Max(jobStart, writerFree));
        underWay.Enqueue((end, beats));
        beatsUnderWay += beats;
        jobBeats += beats;
        address = time + 1;
        if (!bursts.MoveNext())
            End(Math.Max(end, jobStart + jobBeats + current.Padding));
    }

    private void End(long time)
    {
        bursts = null;
        writerFree = time;
        jobEnds.Enqueue(time);
        Idle = time;
        tokens.Give(Unit.Load, current.Dependencies, time + 1);
    }

    /// <summary>When there is room for a burst.</summary>
    private long Room()
    {
        var time = 0L;
        while (beatsUnderWay > MaxBeatsUnderWay - MaxBurst)
        {
            var (end, beats) = underWay.Peek();
            var excess = beatsUnderWay - (MaxBeatsUnderWay - MaxBurst);
            if (beats > excess)
                return Math.Max(time, end - beats + excess);
            time = end;
            beatsUnderWay -= beats;
            underWay.Dequeue();
        }
        return time;
    }
}
