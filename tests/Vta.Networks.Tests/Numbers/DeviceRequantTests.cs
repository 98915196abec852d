using CsCheck;
using Vta.Isa.Requant;
using Vta.Networks.Numbers;

namespace Vta.Networks.Tests.Numbers;

/// <summary>The accelerator's REQUANT gives the numbers of the rounding rules in fixed point.</summary>
public sealed class DeviceRequantTests
{
    [Theory]
    [InlineData(RoundingRule.Double, RequantRounding.Double)]
    [InlineData(RoundingRule.Single, RequantRounding.Single)]
    public void Requant_multiplies_as_the_rule_does(RoundingRule rule, RequantRounding rounding)
    {
        // Factors from dead channels up to large left shifts.
        var factors = Gen.Select(Gen.Double[0.5, 1], Gen.Int[-33, 30], (mantissa, exponent) => Math.ScaleB(mantissa, exponent));
        var accumulators = Gen.OneOf(Gen.Int, Gen.Int[-100_000, 100_000], Gen.Int[-300, 300]);
        Gen.Select(factors, accumulators).Sample((factor, accumulator) =>
        {
            var fixedPoint = QuantizedMultiplier.Of(factor, rule);
            var device = new RequantParameters(
                0, fixedPoint.Multiplier, Math.Max(-fixedPoint.Shift, 0), Math.Max(fixedPoint.Shift, 0), rounding, Narrows: false);
            device.Apply(accumulator).Should().Be(fixedPoint.Apply(accumulator, rule));
            var end = new Requantization([new Rescale(rule, fixedPoint, 0)], -7, new IntegerRange(-100, 90));
            (device with { ZeroPoint = -7, Minimum = -100, Maximum = 90, Narrows = true }).Apply(accumulator).Should().Be(end.Apply(accumulator));
        }, iter: 20_000);
    }
}
