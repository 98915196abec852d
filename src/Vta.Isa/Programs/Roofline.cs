using Vta.Isa.Instructions;

namespace Vta.Isa.Programs;

/// <summary>
/// A lower bound of the cycles of a program, from its instructions alone: what keeps each part of the hardware busy, as if nothing ever waited.
/// </summary>
/// <param name="ComputeCycles">Steps of GEMM and ALU instructions, and beats of the loads of the compute unit.</param>
/// <param name="OperandBeats">Beats of loads of inputs and weights.</param>
/// <param name="ReadBeats">Beats of all loads, and of the instructions.</param>
/// <param name="WriteBeats">Beats of stores.</param>
public sealed record Roofline(long ComputeCycles, long OperandBeats, long ReadBeats, long WriteBeats)
{
    /// <summary>The bound.</summary>
    public long Cycles => Math.Max(Math.Max(ComputeCycles, OperandBeats), Math.Max(ReadBeats, WriteBeats));

    /// <summary>The bound of a program, all launches together.</summary>
    public static Roofline Of(ProgramBundle program)
    {
        var (dram, layout) = (program.CreateDram(), program.Config.Layout);
        var bound = new Roofline(0, 0, 0, 0);
        Span<byte> bytes = stackalloc byte[InstructionWord.Bytes];
        foreach (var launch in program.Launches)
        {
            for (var index = 0u; index < launch.InstructionCount; index++)
            {
                dram.Read(launch.InstructionAddress + index * InstructionWord.Bytes, bytes);
                var word = InstructionWord.Read(bytes);
                bound = bound.Plus(program.Config, word);
                if (word.Opcode(layout) == Opcode.Finish)
                    break;
            }
        }
        return bound;
    }

    private Roofline Plus(VtaConfig config, InstructionWord word)
    {
        var bound = this with { ReadBeats = ReadBeats + Math.Max(1, InstructionWord.Bytes / config.BusBytes) };
        switch (word.Opcode(config.Layout))
        {
            case var opcode when config.Layout.IsGemm(opcode):
                return bound with { ComputeCycles = ComputeCycles + GemmInstruction.Decode(config.Layout, word).Steps };
            case Opcode.Alu:
                return bound with { ComputeCycles = ComputeCycles + AluInstruction.Decode(config.Layout, word).Steps };
            case Opcode.Store:
                return bound with { WriteBeats = WriteBeats + Beats(config, MemoryInstruction.Decode(config.Layout, word)) };
            case Opcode.Load:
                var load = MemoryInstruction.Decode(config.Layout, word);
                var beats = Beats(config, load);
                bound = bound with { ReadBeats = bound.ReadBeats + beats };
                return load.Memory is MemoryId.Inp or MemoryId.Wgt
                    ? bound with { OperandBeats = OperandBeats + beats }
                    : bound with { ComputeCycles = ComputeCycles + beats };
            default:
                return bound;
        }
    }

    /// <summary>Whole bus words that a transfer fills; what its rows leave over at their ends does not count, as in the figures published for VTA.</summary>
    private static long Beats(VtaConfig config, MemoryInstruction transfer) =>
        (long)transfer.XSize * transfer.YSize * config.DramElemBytes(transfer.Memory) / config.BusBytes;
}
