using Vta.Hardware.Control;
using Vta.Isa.Instructions;

namespace Vta.Hardware.Computing;

/// <summary>A GEMM or ALU instruction with something to do.</summary>
internal sealed class StepCommand : Bundle
{
    public readonly UInt Word = Field(UInt(InstructionLayout.InstructionBits));
    public readonly UInt Index = Field(UInt(ProgramIndex.Width));

    public static readonly BundleType<StepCommand> Type = BundleOf(() => new StepCommand());
}
