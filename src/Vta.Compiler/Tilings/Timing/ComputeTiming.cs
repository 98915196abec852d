using Vta.Isa;
using Vta.Isa.Instructions;

namespace Vta.Compiler.Tilings.Timing;

/// <summary>The compute unit: steps one a cycle without gaps between instructions; loads wait for the steps before them, and steps for loads.</summary>
internal sealed class ComputeTiming(VtaConfig config, ReadBus bus, UnitTokens tokens, FetchTiming fetch) : UnitTiming
{
    // From a unit's last step to the token that its instruction pushes.
    private const int StepLatency = 6;
    // What REQUANT takes longer: steps that are none wait so long behind it.
    private const int RequantLatency = 3;
    private const int LoadStart = 2;
    private const int LoadEnd = 1;

    private long stepsFree;
    private long resultsFree;
    private long loadsOver;
    private long ready;

    /// <summary>Whether FINISH was reached.</summary>
    internal bool IsFinished { get; private set; }

    /// <inheritdoc/>
    internal override long NextTime
    {
        get
        {
            if (fetch.Next(Unit.Compute) is not var (instruction, time))
                return Never;
            var start = Math.Max(Math.Max(time, ready), tokens.Available(Unit.Compute, instruction.Dependencies));
            return Math.Max(start, instruction.Opcode == Opcode.Load ? stepsFree : Math.Max(stepsFree, loadsOver));
        }
    }

    /// <inheritdoc/>
    internal override void Step(long time)
    {
        var instruction = fetch.Next(Unit.Compute)!.Value.Instruction;
        fetch.Take(Unit.Compute, time);
        tokens.Take(Unit.Compute, instruction.Dependencies);
        ready = time + 1;
        var over = time + 1;
        switch (instruction.Opcode)
        {
            case Opcode.Load:
                over = Load(instruction, time);
                loadsOver = Math.Max(loadsOver, over);
                break;
            case Opcode.Finish:
                IsFinished = true;
                break;
            default:
                stepsFree = (instruction.IsRequant ? time : Math.Max(time, resultsFree)) + Math.Max(1, instruction.Steps);
                resultsFree = stepsFree + (instruction.IsRequant ? RequantLatency : 0);
                over = resultsFree + StepLatency;
                break;
        }
        Idle = Math.Max(Idle + 1, over);
        tokens.Give(Unit.Compute, instruction.Dependencies, Idle);
    }

    private long Load(TimedInstruction instruction, long time)
    {
        var taken = instruction.Transfer.Memory == MemoryId.Uop ? 0 : resultsFree + StepLatency;
        var (address, over) = (time + LoadStart, time + LoadStart + LoadEnd);
        foreach (var beats in instruction.Bursts(config))
            over = bus.Ask(address++, beats, taken).End + LoadEnd;
        return over;
    }
}
