using System.Text;

namespace Vta.Isa;

/// <summary>Instructions and micro-ops as text, one line each.</summary>
/// <param name="config">The configuration they are encoded for.</param>
public sealed class Disassembler(VtaConfig config)
{
    private readonly InstructionLayout layout = config.Layout;

    /// <summary>An instruction with its tokens, such as <c>LOAD INP sram 0, dram 64, size 1x1, stride 1 [pop compute]</c>.</summary>
    public string Format(InstructionWord word) => word.Opcode(layout) switch
    {
        Opcode.Load or Opcode.Store => Memory(MemoryInstruction.Decode(layout, word)) + Tokens(word),
        Opcode.Gemm => Gemm(GemmInstruction.Decode(layout, word)) + Tokens(word),
        Opcode.Alu => Alu(AluInstruction.Decode(layout, word)) + Tokens(word),
        var opcode => opcode.Name() + Tokens(word),
    };

    /// <summary>A micro-op of a GEMM or ALU instruction; what the instruction does not use is left out.</summary>
    /// <param name="instruction">The instruction that runs it.</param>
    /// <param name="bits">The micro-op.</param>
    public string Format(InstructionWord instruction, uint bits)
    {
        var (dst, src, wgt) = MicroOp.Decode(layout, bits);
        if (instruction.Opcode(layout) == Opcode.Alu)
            return AluInstruction.Decode(layout, instruction).UseImmediate ? $"acc[{dst}]" : $"acc[{dst}], acc[{src}]";
        return GemmInstruction.Decode(layout, instruction).Reset ? $"acc[{dst}]" : $"acc[{dst}] += inp[{src}] · wgt[{wgt}]";
    }

    private static string Memory(MemoryInstruction instruction)
    {
        var text = new StringBuilder($"{instruction.Opcode.Name()} {instruction.Memory.Name()} sram {instruction.SramBase}, "
            + $"dram {instruction.DramBase}, size {instruction.YSize}x{instruction.XSize}, stride {instruction.XStride}");
        if ((instruction.YPad0 | instruction.YPad1 | instruction.XPad0 | instruction.XPad1) != 0)
            text.Append($", pad y {instruction.YPad0}+{instruction.YPad1} x {instruction.XPad0}+{instruction.XPad1}");
        return text.ToString();
    }

    private static string Gemm(GemmInstruction instruction)
    {
        var text = $"GEMM {(instruction.Reset ? "reset " : "")}uops {instruction.UopBegin}..{instruction.UopEnd}, "
            + $"loops {instruction.IterOut}x{instruction.IterIn}, dst +{instruction.DstFactorOut} +{instruction.DstFactorIn}";
        return instruction.Reset
            ? text
            : text + $", src +{instruction.SrcFactorOut} +{instruction.SrcFactorIn}, wgt +{instruction.WgtFactorOut} +{instruction.WgtFactorIn}";
    }

    private string Alu(AluInstruction instruction)
    {
        var name = config.AluOperations.Find(instruction.Code)?.Name ?? $"CODE_{instruction.Code}";
        var text = $"ALU {name} uops {instruction.UopBegin}..{instruction.UopEnd}, "
            + $"loops {instruction.IterOut}x{instruction.IterIn}, dst +{instruction.DstFactorOut} +{instruction.DstFactorIn}";
        return instruction.UseImmediate
            ? text + $", imm {instruction.Immediate}"
            : text + $", src +{instruction.SrcFactorOut} +{instruction.SrcFactorIn}";
    }

    private string Tokens(InstructionWord word)
    {
        var unit = word.Unit(layout);
        var dependencies = word.Dependencies(layout);
        var pops = TokenQueue.Each(TokenQueue.Popped(unit, dependencies)).Select(queue => $"pop {TokenQueue.Producer(queue).Name()}");
        var pushes = TokenQueue.Each(TokenQueue.Pushed(unit, dependencies)).Select(queue => $"push {TokenQueue.Consumer(queue).Name()}");
        var text = string.Join(", ", pops.Concat(pushes));
        return text.Length == 0 ? "" : $" [{text}]";
    }
}
