namespace Vta.Hardware;

/// <summary>A LOAD, its memory already known to be one of the unit's targets.</summary>
internal sealed class DmaCommand(int targets) : Bundle
{
    /// <summary>One bit for each target.</summary>
    public readonly UInt Target = Field(UInt(targets));

    /// <summary>Byte address of the target's base register.</summary>
    public readonly UInt Base = Field(UInt(BusShape.AddressWidth));

    public readonly UInt Word = Field(UInt(InstructionLayout.InstructionBits));

    public readonly UInt Index = Field(UInt(ProgramIndex.Width));

    public static BundleType<DmaCommand> Type(int targets) => BundleOf(() => new DmaCommand(targets));
}
