namespace Vta.Networks.Numbers;

/// <summary>Multiplies integers by a real factor under a rounding rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Fixed">The factor of the rules in fixed point.</param>
/// <param name="Factor">The factor of <see cref="RoundingRule.Float"/>.</param>
public readonly record struct Rescale(RoundingRule Rule, QuantizedMultiplier Fixed, float Factor)
{
    /// <summary>The rule applied to a factor.</summary>
    public static Rescale Of(RoundingRule rule, ScaleRatio ratio) => rule == RoundingRule.Float
        ? new(rule, default, ratio.Single)
        : new(rule, QuantizedMultiplier.Of(ratio.Precise, rule), 0);

    /// <summary>x times the factor, rounded; saturated to 32 bits where float32 leaves them.</summary>
    public int Apply(int x) => Rule == RoundingRule.Float ? RealNumbers.Round(x * Factor) : Fixed.Apply(x, Rule);
}
