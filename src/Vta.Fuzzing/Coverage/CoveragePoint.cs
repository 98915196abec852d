using Vta.Isa;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;

namespace Vta.Fuzzing.Coverage;

/// <summary>Something that programs should have come by.</summary>
/// <param name="Name">What it is.</param>
/// <param name="IsSeen">Whether a program that ran has it.</param>
internal sealed record CoveragePoint(string Name, Func<ProgramRun, bool> IsSeen);

/// <summary>A program that ran.</summary>
/// <param name="Config">Its configuration.</param>
/// <param name="Words">Its instructions.</param>
/// <param name="Result">How it ended, with the cycles of the device that has some.</param>
internal sealed record ProgramRun(VtaConfig Config, IReadOnlyList<InstructionWord> Words, LaunchResult Result);
