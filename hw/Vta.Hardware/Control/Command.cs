using Vta.Isa.Instructions;

namespace Vta.Hardware.Control;

/// <summary>An instruction on its way to a unit.</summary>
internal sealed class Command : Bundle
{
    public readonly UInt Word = Field(UInt(InstructionLayout.InstructionBits));

    /// <summary>Its place in the program.</summary>
    public readonly UInt Index = Field(UInt(ProgramIndex.Width));

    public static readonly BundleType<Command> Type = BundleOf(() => new Command());
}
