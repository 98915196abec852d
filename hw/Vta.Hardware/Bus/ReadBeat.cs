namespace Vta.Hardware.Bus;

/// <summary>A bus word that memory delivers.</summary>
internal sealed class ReadBeat(BusShape bus) : Bundle
{
    /// <summary>Zero where memory answered with an error.</summary>
    public readonly UInt Data = Field(UInt(bus.Width));

    public readonly Bool Error = Field(Bool());

    public static BundleType<ReadBeat> Type(BusShape bus) => BundleOf(() => new ReadBeat(bus));
}
