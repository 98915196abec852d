using Vta.Networks.Numbers;

namespace Vta.NetworkCompiler.Operators;

/// <summary>
/// Multipliers that round as <see cref="RoundingRule.Float"/> does. That rule rounds a product to float32 before it is rounded to an integer, which the accelerator
/// does not; but its multipliers have 7 bits more than a float32, and one of those near the factor may give the same integers: often for factors above 0.001. Both functions never go
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
        var steps = Steps(factor, least, greatest).ToList();
        for (var distance = 0; distance < 1 << SpareBits; distance++)
        {
            foreach (var multiplier in (int[])[exact.Multiplier + distance, exact.Multiplier - distance])
            {
                if (multiplier > 0 && steps.TrueForAll(step => IsThere(step, multiplier, exact.Shift)))
                    return exact with { Multiplier = multiplier };
            }
        }
        return null;
    }

    /// <summary>Whether a multiplier takes a step from one output to the next at a sum.</summary>
    private static bool IsThere((long Sum, int Output) step, int multiplier, int shift)
    {
        return Device(step.Sum) > step.Output && (step.Sum == int.MinValue || Device(step.Sum - 1) <= step.Output);

        int Device(long sum) => FixedPoint.DivideToEven(sum * multiplier, MultiplierBits - shift);
    }

    /// <summary>The sums at which the rule steps to the next output, and the output before.</summary>
    private static IEnumerable<(long Sum, int Output)> Steps(float factor, int least, int greatest)
    {
        for (var output = least; output < greatest; output++)
        {
            // Sums are accumulators of 32 bits; what is far beyond them is not looked at more closely.
            var sum = (long)Math.Ceiling((output + 0.5) / factor);
            if (Math.Abs(sum) > 2L * int.MaxValue)
                continue;
            while (Rounded(sum) > output)
                sum--;
            while (Rounded(sum) <= output)
                sum++;
            if (sum is >= int.MinValue and <= int.MaxValue)
                yield return (sum, output);
        }

        int Rounded(long value) => RealNumbers.Round((float)value * factor);
    }
}
