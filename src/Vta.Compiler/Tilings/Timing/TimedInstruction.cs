using Vta.Isa;
using Vta.Isa.Instructions;
using Vta.Isa.Requant;

namespace Vta.Compiler.Tilings.Timing;

/// <summary>What an instruction does to the clock.</summary>
/// <param name="Unit">The unit that runs it.</param>
/// <param name="Opcode">What it is.</param>
/// <param name="Dependencies">The tokens that it takes and gives.</param>
/// <param name="Steps">Steps of GEMM or ALU.</param>
/// <param name="Transfer">The LOAD or STORE, where it is one.</param>
/// <param name="IsRequant">Whether its steps are those of REQUANT.</param>
internal readonly record struct TimedInstruction(
    Unit Unit, Opcode Opcode, Dependencies Dependencies, long Steps, MemoryInstruction Transfer, bool IsRequant = false)
{
    internal static TimedInstruction Of(InstructionLayout layout, InstructionWord word)
    {
        var (opcode, dependencies) = (word.Opcode(layout), word.Dependencies(layout));
        switch (opcode)
        {
            case var gemm when layout.IsGemm(gemm):
                return new TimedInstruction(Unit.Compute, opcode, dependencies, GemmInstruction.Decode(layout, word).Steps, default);
            case Opcode.Alu:
                var alu = AluInstruction.Decode(layout, word);
                return new TimedInstruction(
                    Unit.Compute, opcode, dependencies, alu.Steps, default, alu.Code == RequantOperation.Code && layout.Extensions.HasFlag(Extensions.Requant));
            case Opcode.Load or Opcode.Store:
                var transfer = MemoryInstruction.Decode(layout, word);
                return new TimedInstruction(word.Unit(layout), opcode, dependencies, 0, transfer.SetsPadValue(layout) ? transfer with { XSize = 0 } : transfer);
            default:
                return new TimedInstruction(Unit.Compute, opcode, dependencies, 0, default);
        }
    }

    /// <summary>Elements of zeros that a LOAD writes.</summary>
    internal long Padding => Transfer.IsEmpty ? 0
        : (long)(Transfer.YPad0 + Transfer.YSize + Transfer.YPad1) * (Transfer.XPad0 + Transfer.XSize + Transfer.XPad1) - (long)Transfer.XSize * Transfer.YSize;

    /// <summary>Beats of the bursts of a LOAD or STORE; a burst ends with its row, and where the hardware ends all bursts.</summary>
    internal IEnumerable<int> Bursts(VtaConfig config)
    {
        if (Transfer.IsEmpty)
            yield break;
        var elemBytes = config.DramElemBytes(Transfer.Memory);
        for (var row = 0; row < Transfer.YSize; row++)
        {
            var start = (Transfer.DramBase + (long)row * Transfer.XStride) * elemBytes;
            var word = start / config.BusBytes;
            var end = (start + (long)Transfer.XSize * elemBytes + config.BusBytes - 1) / config.BusBytes;
            while (word < end)
            {
                var next = Math.Min(end, (word / MaxBeats + 1) * MaxBeats);
                yield return (int)(next - word);
                word = next;
            }
        }
    }

    private const int MaxBeats = 64;
}
