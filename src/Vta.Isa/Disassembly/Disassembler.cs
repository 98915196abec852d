using System.Text;
using Vta.Isa.Instructions;
using Vta.Isa.Requant;

namespace Vta.Isa.Disassembly;

/// <summary>Instructions and micro-ops as text, one line each.</summary>
/// <param name="config">The configuration they are encoded for.</param>
public sealed class Disassembler(VtaConfig config)
{
    private readonly InstructionLayout layout = config.Layout;

    /// <summary>An instruction with its tokens, such as <c>LOAD INP sram 0, dram 64, size 1x1, stride 1 [pop compute]</c>.</summary>
    public string Format(InstructionWord word) => word.Opcode(layout) switch
    {
        Opcode.Load when MemoryInstruction.Decode(layout, word) is var load && load.SetsPadValue(layout) => $"LOAD PAD value {PadValue(load)}{Tokens(word)}",
        Opcode.Load or Opcode.Store => Memory(MemoryInstruction.Decode(layout, word)) + Tokens(word),
        var gemm when layout.IsGemm(gemm) => Gemm(GemmInstruction.Decode(layout, word)) + Tokens(word),
        Opcode.Alu => Alu(AluInstruction.Decode(layout, word)) + Tokens(word),
        Opcode.Finish => Opcode.Finish.Name() + Tokens(word),
        var opcode => $"OPCODE_{(int)opcode}{Tokens(word)}",
    };

    /// <summary>A micro-op of a GEMM or ALU instruction; what the instruction does not use is left out.</summary>
    /// <param name="instruction">The instruction that runs it.</param>
    /// <param name="bits">The micro-op.</param>
    public string Format(InstructionWord instruction, uint bits)
    {
        var (dst, src, wgt) = MicroOp.Decode(layout, bits);
        if (instruction.Opcode(layout) == Opcode.Alu)
        {
            var alu = AluInstruction.Decode(layout, instruction);
            return IsRequant(alu) ? $"acc[{dst}], par[{src}]" : alu.UseImmediate ? $"acc[{dst}]" : $"acc[{dst}], acc[{src}]";
        }
        var gemm = GemmInstruction.Decode(layout, instruction);
        if (gemm.IsDepthwise)
            return $"acc[{dst}] {(gemm.Overwrites ? "=" : "+=")} window[inp[{src}]] · wgt[{wgt}]";
        return gemm.Reset ? $"acc[{dst}]" : $"acc[{dst}] {(gemm.Overwrites ? "=" : "+=")} inp[{src}] · wgt[{wgt}]";
    }

    private string Memory(MemoryInstruction instruction)
    {
        var memory = layout.Knows(instruction.Memory) ? instruction.Memory.Name() : $"MEMORY_{(int)instruction.Memory}";
        var text = new StringBuilder($"{instruction.Opcode.Name()} {memory} sram {instruction.SramBase}, "
            + $"dram {instruction.DramBase}, size {instruction.YSize}x{instruction.XSize}, stride {instruction.XStride}");
        if ((instruction.YPad0 | instruction.YPad1 | instruction.XPad0 | instruction.XPad1) != 0)
            text.Append($", pad y {instruction.YPad0}+{instruction.YPad1} x {instruction.XPad0}+{instruction.XPad1}");
        return text.ToString();
    }

    private static string Gemm(GemmInstruction instruction)
    {
        var name = instruction.IsDepthwise ? Opcode.Dwconv : instruction.Overwrites ? Opcode.GemmSet : Opcode.Gemm;
        var flag = instruction.Reset ? "reset " : instruction.IsDepthwise && instruction.Overwrites ? "set " : "";
        var text = $"{name.Name()} {flag}uops {instruction.UopBegin}..{instruction.UopEnd}, "
            + $"loops {instruction.IterOut}x{instruction.IterIn}, dst +{instruction.DstFactorOut} +{instruction.DstFactorIn}";
        if (instruction.IsDepthwise)
            return text + $", src +{instruction.SrcFactorOut} +{instruction.SrcFactorIn}, wgt +{instruction.WgtFactorOut}, writes from {instruction.FirstWrite}";
        return instruction.Reset
            ? text
            : text + $", src +{instruction.SrcFactorOut} +{instruction.SrcFactorIn}, wgt +{instruction.WgtFactorOut} +{instruction.WgtFactorIn}";
    }

    private string Alu(AluInstruction instruction)
    {
        var name = IsRequant(instruction) ? RequantOperation.Name : config.AluOperations.Find(instruction.Code)?.Name ?? $"CODE_{instruction.Code}";
        var text = $"ALU {name} uops {instruction.UopBegin}..{instruction.UopEnd}, "
            + $"loops {instruction.IterOut}x{instruction.IterIn}, dst +{instruction.DstFactorOut} +{instruction.DstFactorIn}";
        return instruction.UseImmediate && !IsRequant(instruction)
            ? text + $", imm {instruction.Immediate}"
            : text + $", src +{instruction.SrcFactorOut} +{instruction.SrcFactorIn}";
    }

    private bool IsRequant(AluInstruction instruction) => config.HasRequant && instruction.Code == RequantOperation.Code;

    private int PadValue(MemoryInstruction instruction) => config.PadValueOf(instruction);

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
