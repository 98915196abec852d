using Vta.Networks.Numbers;

namespace Vta.NetworkCompiler.Operators;

/// <summary>
/// Multipliers that round as <see cref="RoundingRule.Float"/> does. That rule rounds a product to float32 before it is rounded to an integer, which the accelerator
/// does not; but its multipliers have 7 bits more than a float32, and one of those near the factor mostly gives the same integers. Both functions never go
/// down, so they are the same where each step from one output to the next is at the same sum.
/// </summary>
internal static class FloatMultipliers
{
    private const int MultiplierBits = 31;
    private const int SpareBits = 7;

    /// <summary>The multiplier and shift, with halves to even; null where there is none, or the factor is 1 or more.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="least">The least output, its zero point taken away.</param>
    /// <param name="greatest">The greatest output, its zero point taken away.</param>
    internal static QuantizedMultiplier? Of(float factor, int least, int greatest)
    {
        var exact = QuantizedMultiplier.Of(factor, RoundingRule.Double);
        if (exact.Shift > 0)
            return null;
        if (exact.Multiplier == 0)
            return exact;
        for (var distance = 0; distance < 1 << SpareBits; distance++)
        {
            foreach (var multiplier in (int[])[exact.Multiplier + distance, exact.Multiplier - distance])
            {
                if (multiplier > 0 && IsSame(multiplier, exact.Shift, factor, least, greatest))
                    return exact with { Multiplier = multiplier };
            }
        }
        return null;
    }

    private static bool IsSame(int multiplier, int shift, float factor, int least, int greatest)
    {
        for (var output = least; output < greatest; output++)
        {
            var sum = FirstAbove(output, factor);
            if (sum > int.MaxValue || sum < int.MinValue)
                continue;
            if (Device(sum) <= output || (sum > int.MinValue && Device(sum - 1) > output))
                return false;
        }
        return true;

        int Device(long sum) => FixedPoint.DivideToEven(sum * multiplier, MultiplierBits - shift);
    }

    /// <summary>The first sum whose output under the rule is above one.</summary>
    private static long FirstAbove(int output, float factor)
    {
        var sum = (long)Math.Ceiling((output + 0.5) / factor);
        while (Rounded(sum) > output)
            sum--;
        while (Rounded(sum) <= output)
            sum++;
        return sum;

        int Rounded(long value) => RealNumbers.Round((float)value * factor);
    }
}
