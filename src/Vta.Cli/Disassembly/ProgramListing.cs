using Vta.Isa.Disassembly;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;
using Vta.Isa.Memory;
using Vta.Isa.Programs;

namespace Vta.Cli.Disassembly;

/// <summary>An instruction of a program as text.</summary>
/// <param name="Index">Its place in the launch.</param>
/// <param name="Unit">The unit that runs it.</param>
/// <param name="Text">The instruction with its tokens.</param>
/// <param name="MicroOps">What a GEMM or ALU instruction runs, in order.</param>
internal sealed record ListedInstruction(uint Index, Unit Unit, string Text, IReadOnlyList<string> MicroOps);

/// <summary>The instructions of a bundle, each with the micro-ops that are in the buffer when it runs.</summary>
internal sealed class ProgramListing
{
    private readonly Dram dram;
    private readonly InstructionLayout layout;
    private readonly Disassembler disassembler;

    // Kept from launch to launch, as the device keeps it.
    private readonly MicroOpBuffer microOps;

    public ProgramListing(ProgramBundle bundle)
    {
        dram = bundle.CreateDram();
        layout = bundle.Config.Layout;
        disassembler = new Disassembler(bundle.Config);
        microOps = new MicroOpBuffer(bundle.Config, dram);
    }

    /// <summary>The instructions of one launch; launches are to be listed in their order.</summary>
    public IEnumerable<ListedInstruction> List(LaunchRequest launch)
    {
        for (var index = 0u; index < launch.InstructionCount; index++)
        {
            var word = LaunchInstructions.At(dram, launch, index);
            yield return new ListedInstruction(index, word.Unit(layout), disassembler.Format(word), Execute(word, launch.Bases.Uop));
        }
    }

    private IReadOnlyList<string> Execute(InstructionWord word, uint uopBase)
    {
        switch (word.Opcode(layout))
        {
            case Opcode.Load when MemoryInstruction.Decode(layout, word) is { Memory: MemoryId.Uop } load:
                microOps.Load(load, uopBase);
                return [];
            case var opcode when layout.IsGemm(opcode) && GemmInstruction.Decode(layout, word) is var gemm:
                return MicroOps(word, gemm.UopBegin, gemm.UopEnd);
            case Opcode.Alu when AluInstruction.Decode(layout, word) is var alu:
                return MicroOps(word, alu.UopBegin, alu.UopEnd);
            default:
                return [];
        }
    }

    private List<string> MicroOps(InstructionWord word, int begin, int end)
    {
        var lines = new List<string>();
        for (var index = begin; index < end; index++)
            lines.Add(disassembler.Format(word, microOps[index]));
        return lines;
    }
}
