using Vta.Isa;
using Vta.Isa.Instructions;

namespace Vta.Compiler.Tilings.Timing;

/// <summary>Fetch: reads the program in bursts as it has room, and hands a whole instruction out to its unit.</summary>
internal sealed class FetchTiming(TimedInstruction[] instructions, VtaConfig config, ReadBus bus) : UnitTiming
{
    private const int BufferBeats = 64;
    private const int RequestBeats = 16;
    private const int QueueDepth = 512;

    private readonly int beatsPerInstruction = Math.Max(1, InstructionWord.Bytes / config.BusBytes);
    private readonly int perBeat = Math.Max(1, config.BusBytes / InstructionWord.Bytes);
    private readonly List<(TimedInstruction Instruction, long Time)>[] queues = [[], [], []];
    private readonly int[] taken = new int[3];
    private readonly List<long>[] starts = [[], [], []];
    private readonly List<long> handedOut = [];
    private int requested;
    private long lastRequest;

    private int PerRequest => RequestBeats / beatsPerInstruction * perBeat;

    /// <inheritdoc/>
    internal override long NextTime
    {
        get
        {
            if (requested >= instructions.Length)
                return Never;
            // There is room once the beats of earlier requests are handed out.
            var before = requested - (BufferBeats / RequestBeats) * PerRequest;
            if (before < 0)
                return lastRequest;
            var last = before + PerRequest - 1;
            HandOut(last);
            return handedOut.Count > last ? Math.Max(lastRequest, handedOut[last] + 1) : Never;
        }
    }

    /// <summary>The instruction that a unit has next, and when it is there; null where it is not handed out yet.</summary>
    internal (TimedInstruction Instruction, long Time)? Next(Unit unit)
    {
        HandOut(arrivals.Count - 1);
        return taken[(int)unit] < queues[(int)unit].Count ? queues[(int)unit][taken[(int)unit]] : null;
    }

    /// <summary>A unit begins its next instruction.</summary>
    internal void Take(Unit unit, long time)
    {
        taken[(int)unit]++;
        starts[(int)unit].Add(time);
    }

    private readonly List<long> arrivals = [];

    /// <inheritdoc/>
    internal override void Step(long time)
    {
        var count = Math.Min(PerRequest, instructions.Length - requested);
        var beats = (count + perBeat - 1) / perBeat * beatsPerInstruction;
        var (first, _) = bus.Ask(time, beats);
        for (var index = 0; index < count; index++)
            arrivals.Add(first + index / perBeat * beatsPerInstruction + beatsPerInstruction);
        requested += count;
        lastRequest = time + 1;
    }

    private void HandOut(int last)
    {
        while (handedOut.Count <= last && handedOut.Count < arrivals.Count)
        {
            var instruction = instructions[handedOut.Count];
            var unit = (int)instruction.Unit;
            var time = Math.Max(arrivals[handedOut.Count], handedOut.Count > 0 ? handedOut[^1] + beatsPerInstruction : 0);
            var behind = queues[unit].Count - QueueDepth;
            if (behind >= 0)
            {
                if (starts[unit].Count <= behind)
                    return;
                time = Math.Max(time, starts[unit][behind] + 1);
            }
            handedOut.Add(time);
            queues[unit].Add((instruction, time + 1));
        }
    }
}
