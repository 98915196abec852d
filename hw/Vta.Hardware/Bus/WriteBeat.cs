namespace Vta.Hardware.Bus;

/// <summary>A bus word to memory.</summary>
internal sealed class WriteBeat(BusShape bus) : Bundle
{
    public readonly UInt Data = Field(UInt(bus.Width));

    /// <summary>One bit for each byte to write.</summary>
    public readonly UInt Strobe = Field(UInt(bus.Bytes));

    /// <summary>The last beat of its burst.</summary>
    public readonly Bool Last = Field(Bool());

    public static BundleType<WriteBeat> Type(BusShape bus) => BundleOf(() => new WriteBeat(bus));
}
