namespace Vta.Hardware.Bus;

/// <summary>A request for consecutive bus words.</summary>
internal sealed class Burst(BusShape bus) : Bundle
{
    /// <summary>Number of the first bus word.</summary>
    public readonly UInt Word = Field(UInt(bus.WordAddressWidth));

    /// <summary>1 to <see cref="BusShape.MaxBeats"/>; 0 stands for a command without data.</summary>
    public readonly UInt Beats = Field(UInt(BusShape.BeatsWidth));

    /// <summary>The last burst of its command.</summary>
    public readonly Bool Last = Field(Bool());

    public static BundleType<Burst> Type(BusShape bus) => BundleOf(() => new Burst(bus));
}
