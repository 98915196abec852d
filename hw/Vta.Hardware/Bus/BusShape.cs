using Vta.Hdl.Ir;

namespace Vta.Hardware.Bus;

/// <summary>Widths on the way to memory, all from the bus width of the configuration. A beat is one bus word.</summary>
internal sealed record BusShape(int Width)
{
    /// <summary>
    /// The most beats of a burst. Bursts also end at addresses that are a multiple of this many beats; as 64 beats of the widest bus are 4 KiB,
    /// none crosses such a border.
    /// </summary>
    public const int MaxBeats = 64;

    /// <summary>Bits of a byte address.</summary>
    public const int AddressWidth = 32;

    public const int LogMaxBeats = 6;

    public int Bytes => Width / 8;

    public int LogBytes => int.Log2(Bytes);

    /// <summary>Bits of the number of a bus word in memory.</summary>
    public int WordAddressWidth => AddressWidth - LogBytes;

    public static int BeatsWidth => Bits.WidthFor(MaxBeats);

    public static BusShape Of(VtaConfig config) => new(config.BusWidth);
}
