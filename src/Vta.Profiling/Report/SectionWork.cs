using Vta.Isa;
using Vta.Isa.Instructions;
using Vta.Isa.Programs.Bounds;

namespace Vta.Profiling.Report;

/// <summary>What a section has to do, whatever the time.</summary>
/// <param name="Instructions">Instructions.</param>
/// <param name="GemmSteps">Steps of the matrix multiplier, resets included.</param>
/// <param name="AluSteps">Steps of the ALU.</param>
/// <param name="Bytes">Bytes that cross the bus, by memory.</param>
/// <param name="Roofline">Least cycles, as if nothing ever waited.</param>
public sealed record SectionWork(int Instructions, long GemmSteps, long AluSteps, IReadOnlyDictionary<MemoryId, long> Bytes, Roofline Roofline)
{
    /// <summary>The work of instructions.</summary>
    internal static SectionWork Of(VtaConfig config, IReadOnlyList<InstructionWork> instructions) => new(
        instructions.Count,
        instructions.Where(work => config.Layout.IsGemm(work.Opcode)).Sum(work => work.Steps),
        instructions.Where(work => work.Opcode == Opcode.Alu).Sum(work => work.Steps),
        instructions.Where(work => work is { Memory: not null, Bytes: > 0 }).GroupBy(work => work.Memory!.Value)
            .OrderBy(group => group.Key).ToDictionary(group => group.Key, group => group.Sum(work => work.Bytes)),
        Roofline.Of(config, instructions));
}
