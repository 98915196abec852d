using System.Numerics;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Simulation;

/// <summary>Values that nothing defines.</summary>
internal static class Undefined
{
    public static BigInteger Draw(Random random, int width)
    {
        var bytes = new byte[(width + 7) / 8];
        random.NextBytes(bytes);
        return new BigInteger(bytes, isUnsigned: true) & Bits.Mask(width);
    }

    /// <summary>Whether something gives a register a value before the first edge: its reset value, where its clock has no reset.</summary>
    public static bool IsStartDefined(Signal state) => state is { ResetValue: not null, Domain.HasReset: false };
}
