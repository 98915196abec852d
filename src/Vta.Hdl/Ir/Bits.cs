using System.Numerics;

namespace Vta.Hdl.Ir;

/// <summary>Arithmetic on widths.</summary>
public static class Bits
{
    /// <summary>Bits needed to count from 0 to <paramref name="count"/> − 1; zero for a count of one.</summary>
    public static int IndexWidth(int count) => count <= 1 ? 0 : BitOperations.Log2((uint)(count - 1)) + 1;

    /// <summary>Bits needed to hold the number <paramref name="value"/> itself; at least one.</summary>
    public static int WidthFor(long value) => value <= 1 ? 1 : BitOperations.Log2((ulong)value) + 1;

    /// <summary>All ones in <paramref name="width"/> bits.</summary>
    public static BigInteger Mask(int width) => (BigInteger.One << width) - 1;
}
