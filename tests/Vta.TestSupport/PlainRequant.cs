using System.Buffers.Binary;
using System.Numerics;

namespace Vta.TestSupport;

/// <summary>REQUANT as docs/semantics.md declares it, with exact fractions and integers of any size.</summary>
public static class PlainRequant
{
    /// <param name="lane">The 16 bytes of a lane.</param>
    /// <param name="accumulator">What it is applied to.</param>
    public static int Apply(ReadOnlySpan<byte> lane, int accumulator)
    {
        var bias = BinaryPrimitives.ReadInt32LittleEndian(lane);
        BigInteger multiplier = BinaryPrimitives.ReadUInt32LittleEndian(lane[4..]) % (1u << 31);
        var (right, left, rule, narrows) = (lane[8] % 32, lane[9] % 32, lane[10] % 4, lane[11] % 2 == 1);
        BigInteger zeroPoint = (sbyte)lane[12], minimum = (sbyte)lane[13], maximum = (sbyte)lane[14];

        BigInteger sum = unchecked(accumulator + bias);
        var rounded = rule switch
        {
            0 => Twice(Wrap(sum * Power(left)) * multiplier, right),
            1 => Floor(2 * sum * multiplier * Power(left) + Power(31 + right), 2 * Power(31 + right)),
            _ => HalfToEven(sum * multiplier * Power(left), Power(31 + right)),
        };
        var value = Wrap(rounded) + zeroPoint;
        if (!narrows)
            return (int)Wrap(value);
        return (int)(value < minimum ? minimum : value > maximum ? maximum : value);
    }

    private static BigInteger Twice(BigInteger product, int right)
    {
        var high = Floor(product + Power(30), Power(31));
        if (right == 0)
            return high;
        var magnitude = Floor(BigInteger.Abs(high) + Power(right - 1), Power(right));
        return high < 0 ? -magnitude : magnitude;
    }

    private static BigInteger HalfToEven(BigInteger numerator, BigInteger denominator)
    {
        var floor = Floor(numerator, denominator);
        var twiceTheRest = 2 * (numerator - floor * denominator);
        var goesUp = twiceTheRest > denominator || (twiceTheRest == denominator && !floor.IsEven);
        return goesUp ? floor + 1 : floor;
    }

    private static BigInteger Floor(BigInteger numerator, BigInteger denominator)
    {
        var quotient = BigInteger.DivRem(numerator, denominator, out var remainder);
        return remainder < 0 ? quotient - 1 : quotient;
    }

    private static BigInteger Power(int exponent) => BigInteger.One << exponent;

    private static BigInteger Wrap(BigInteger value)
    {
        var low = value - Floor(value, Power(32)) * Power(32);
        return low >= Power(31) ? low - Power(32) : low;
    }
}
