using Vta.Isa.Instructions;
using Vta.Isa.Launch;

namespace Vta.Runtime.Profiling;

/// <summary>Where the time of a launch went.</summary>
/// <param name="Instructions">A span for each instruction that ended, by index.</param>
/// <param name="Rest">What units did after their last instruction, in the order of <see cref="Unit"/>.</param>
/// <param name="Timeline">The same, and the bus, over time.</param>
public sealed record LaunchProfile(IReadOnlyList<InstructionSpan> Instructions, IReadOnlyList<UnitCycles> Rest, Timeline Timeline)
{
    /// <summary>Cycles of the launch.</summary>
    public long Cycles => Timeline.Cycles;
}
