using Vta.Hdl.Ir;

namespace Vta.Hardware.Bus;

/// <summary>Masks over the lanes of a bus word.</summary>
internal static class LaneMask
{
    /// <summary>One bit a lane: set for <paramref name="length"/> lanes from <paramref name="first"/> on.</summary>
    public static UInt Range(UInt first, UInt length, int lanes)
    {
        var all = Lit(Bits.Mask(lanes), lanes);
        return (all << first) & ~(all << first.AddWide(length));
    }
}
