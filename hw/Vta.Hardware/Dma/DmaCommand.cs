using Vta.Hardware.Bus;
using Vta.Hardware.Control;
using Vta.Isa.Instructions;

namespace Vta.Hardware.Dma;

/// <summary>A LOAD, its memory already known to be one of the unit's targets.</summary>
/// <param name="targets">How many targets there are.</param>
/// <param name="padWidth">Bits of the value that padding repeats; 0 where padding is zero.</param>
internal sealed class DmaCommand(int targets, int padWidth) : Bundle
{
    /// <summary>One bit for each target.</summary>
    public readonly UInt Target = Field(UInt(targets));

    /// <summary>Byte address of the target's base register.</summary>
    public readonly UInt Base = Field(UInt(BusShape.AddressWidth));

    public readonly UInt Word = Field(UInt(InstructionLayout.InstructionBits));

    public readonly UInt Index = Field(UInt(ProgramIndex.Width));

    public readonly UInt PadValue = padWidth > 0 ? Field(UInt(padWidth)) : 0;

    public static BundleType<DmaCommand> Type(int targets, int padWidth) => BundleOf(() => new DmaCommand(targets, padWidth));
}
