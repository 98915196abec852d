namespace Vta.Networks.Numbers;

/// <summary>A real factor as <paramref name="Multiplier"/> × 2^(<paramref name="Shift"/> − 31).</summary>
/// <param name="Multiplier">0, or 2³⁰ to 2³¹ − 1.</param>
/// <param name="Shift">−31 to 30 or so: to the left where it is positive.</param>
public readonly record struct QuantizedMultiplier(int Multiplier, int Shift)
{
    private const int LeastShift = -31;
    private const int LargestSingleShift = 30;

    /// <summary>The nearest to a factor; factors below 2⁻³² or so become 0, and a single rounding saturates those from 2³⁰ on.</summary>
    /// <param name="factor">0 or more.</param>
    /// <param name="rule">Not <see cref="RoundingRule.Float"/>.</param>
    public static QuantizedMultiplier Of(double factor, RoundingRule rule)
    {
        if (factor == 0)
            return default;
        var shift = Math.ILogB(factor) + 1;
        var multiplier = (long)Math.Round(Math.ScaleB(factor, 31 - shift), MidpointRounding.AwayFromZero);
        if (multiplier == 1L << 31)
        {
            multiplier >>= 1;
            shift++;
        }
        if (shift < LeastShift)
            return default;
        return rule == RoundingRule.Single && shift > LargestSingleShift
            ? new(int.MaxValue, LargestSingleShift)
            : new((int)multiplier, shift);
    }

    /// <summary>x times the factor. With two roundings a left shift comes first and keeps the low 32 bits.</summary>
    /// <param name="x">What is multiplied.</param>
    /// <param name="rule">Not <see cref="RoundingRule.Float"/>.</param>
    public int Apply(int x, RoundingRule rule) => rule switch
    {
        RoundingRule.Double => FixedPoint.RoundingDivide(
            FixedPoint.HighMultiply(ShiftLeft(x, Math.Max(Shift, 0)), Multiplier), Math.Max(-Shift, 0)),
        RoundingRule.Single => unchecked((int)(((long)x * Multiplier + (1L << (30 - Shift))) >> (31 - Shift))),
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    // C# takes the shift modulo 32.
    private static int ShiftLeft(int x, int shift) => shift > 31 ? 0 : x << shift;
}
