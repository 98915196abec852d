using Vta.Isa.Instructions;

namespace Vta.Isa.Launch;

/// <summary>The command queue that fetch waits for in a deadlock.</summary>
/// <param name="Unit">The unit with as many unfinished instructions as it may have.</param>
/// <param name="Instruction">Program index of its next instruction, which fetch cannot hand out.</param>
internal sealed record FullCommandQueue(Unit Unit, uint Instruction)
{
    /// <summary>Fetch goes on until a unit has no room: where that was follows from the instruction that each unit waits at.</summary>
    /// <param name="result">How the run ended: with a deadlock.</param>
    /// <param name="program">What ran.</param>
    /// <returns>The queue; null where fetch waits for none.</returns>
    internal static FullCommandQueue? Find(LaunchResult result, ProgramText program)
    {
        var unfinished = new Dictionary<Unit, int>();
        foreach (var (index, unit, _) in program.Fetched())
        {
            var wait = result.Wait(unit);
            if (!wait.IsWaiting || index < wait.Instruction)
                continue;
            var count = unfinished.GetValueOrDefault(unit);
            if (count == Commands.MaxUnfinished)
                return new(unit, index);
            unfinished[unit] = count + 1;
        }
        return null;
    }
}
