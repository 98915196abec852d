using Vta.Isa;
using Vta.Isa.Instructions;

namespace Vta.Compiler.Tilings.Timing;

/// <summary>The store unit: a beat a cycle; an instruction is over when its last write is answered.</summary>
internal sealed class StoreTiming(VtaConfig config, UnitTokens tokens, FetchTiming fetch) : UnitTiming
{
    private const int StartCycles = 4;
    private const int AnswerCycles = 4;

    private long free;

    /// <inheritdoc/>
    internal override long NextTime => fetch.Next(Unit.Store) is var (instruction, time)
        ? Math.Max(Math.Max(time, free), tokens.Available(Unit.Store, instruction.Dependencies))
        : Never;

    /// <inheritdoc/>
    internal override void Step(long time)
    {
        var instruction = fetch.Next(Unit.Store)!.Value.Instruction;
        fetch.Take(Unit.Store, time);
        tokens.Take(Unit.Store, instruction.Dependencies);
        var beats = instruction.Bursts(config).Sum(burst => (long)burst);
        free = time + Math.Max(1, beats);
        Idle = Math.Max(Idle + 1, free + (beats > 0 ? StartCycles + AnswerCycles : 1));
        tokens.Give(Unit.Store, instruction.Dependencies, Idle);
    }
}
