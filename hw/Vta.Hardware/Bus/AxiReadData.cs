namespace Vta.Hardware.Bus;

/// <summary>The payload of the AXI read data channel.</summary>
internal sealed class AxiReadData(BusShape bus) : Bundle
{
    public readonly UInt Data = Field(UInt(bus.Width));

    /// <summary>SLVERR or DECERR.</summary>
    public readonly Bool Error = Field(Bool());

    public readonly Bool Last = Field(Bool());

    public static BundleType<AxiReadData> Type(BusShape bus) => BundleOf(() => new AxiReadData(bus));
}
