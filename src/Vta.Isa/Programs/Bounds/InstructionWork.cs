using Vta.Isa.Instructions;

namespace Vta.Isa.Programs.Bounds;

/// <summary>What an instruction keeps the hardware busy with, whatever the time.</summary>
/// <param name="Unit">The unit that runs it.</param>
/// <param name="Opcode">What it is.</param>
/// <param name="Steps">Steps of GEMM, reset or ALU.</param>
/// <param name="Memory">The memory that a LOAD or STORE moves elements of; null for others.</param>
/// <param name="Bytes">Bytes that cross the bus, padding excluded.</param>
/// <param name="Beats">Whole bus words among them; what rows leave over at their ends does not count, as in the figures published for VTA.</param>
public readonly record struct InstructionWork(Unit Unit, Opcode Opcode, long Steps, MemoryId? Memory, long Bytes, long Beats)
{
    /// <summary>The work of an instruction.</summary>
    public static InstructionWork Of(VtaConfig config, InstructionWord word)
    {
        var (layout, opcode) = (config.Layout, word.Opcode(config.Layout));
        var work = new InstructionWork(word.Unit(layout), opcode, 0, null, 0, 0);
        if (layout.IsGemm(opcode))
            return work with { Steps = GemmInstruction.Decode(layout, word).Steps };
        if (opcode == Opcode.Alu)
            return work with { Steps = AluInstruction.Decode(layout, word).Steps };
        if (opcode is not (Opcode.Load or Opcode.Store))
            return work;
        var transfer = MemoryInstruction.Decode(layout, word);
        var bytes = (long)transfer.XSize * transfer.YSize * config.DramElemBytes(transfer.Memory);
        return work with { Memory = transfer.Memory, Bytes = bytes, Beats = bytes / config.BusBytes };
    }

    /// <summary>Beats of the bus that reading an instruction takes.</summary>
    internal static int FetchBeats(VtaConfig config) => Math.Max(1, InstructionWord.Bytes / config.BusBytes);
}
