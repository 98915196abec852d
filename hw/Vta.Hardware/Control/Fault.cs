namespace Vta.Hardware;

/// <summary>A fault that a unit raises in this cycle.</summary>
internal sealed class Fault : Bundle
{
    public readonly Bool OutOfRange = Field(Bool());
    public readonly Bool Illegal = Field(Bool());
    public readonly Bool Bus = Field(Bool());

    /// <summary>Program index of the instruction.</summary>
    public readonly UInt Index = Field(UInt(ProgramIndex.Width));

    public static readonly BundleType<Fault> Type = BundleOf(() => new Fault());
}
