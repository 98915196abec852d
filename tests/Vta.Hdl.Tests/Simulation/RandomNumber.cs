using System.Numerics;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Tests.Simulation;

/// <summary>Random bits.</summary>
internal static class RandomNumber
{
    /// <summary>A number of up to so many bits.</summary>
    public static BigInteger Below(Random random, int width)
    {
        var bytes = new byte[(width / 8) + 1];
        random.NextBytes(bytes);
        return new BigInteger(bytes, isUnsigned: true) & Bits.Mask(width);
    }
}
