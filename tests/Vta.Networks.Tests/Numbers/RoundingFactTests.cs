using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;
using Vta.Networks.Numbers;

namespace Vta.Networks.Tests.Numbers;

/// <summary>Values at which rules differ, and constants known from elsewhere.</summary>
public sealed class RoundingFactTests
{
    [Theory]
    [InlineData(RoundingRule.Double, -37)]
    [InlineData(RoundingRule.Single, -36)]
    public void Two_roundings_differ_from_one(RoundingRule rule, int expected) =>
        new QuantizedMultiplier(2088193403, -1).Apply(-75, rule).Should().Be(expected);

    [Theory]
    [InlineData(RoundingRule.Double, -1)]
    [InlineData(RoundingRule.Single, 0)]
    [InlineData(RoundingRule.Float, 0)]
    public void A_negative_half_goes_another_way_under_each_rule(RoundingRule rule, int expected) =>
        Rescale.Of(rule, ScaleRatio.Quotient(0.25f, 1)).Apply(-2).Should().Be(expected);

    [Theory]
    [InlineData(RoundingRule.Double, -119)]
    [InlineData(RoundingRule.Single, -119)]
    [InlineData(RoundingRule.Float, -120)]
    public void A_product_in_float32_may_be_a_half_that_the_exact_one_is_not(RoundingRule rule, int expected)
    {
        var ratio = ScaleRatio.Product(0.05296124517917633f, 0.024093778803944588f, 0.11484327912330627f);

        new Requantization([Rescale.Of(rule, ratio)], -126, new(-128, 127)).Apply(585).Should().Be((sbyte)expected);
    }

    [Theory]
    [InlineData(1 << 30, 1, 1)]
    [InlineData(-(1 << 30), 1, 0)]
    [InlineData(-(1 << 30) - 1, 1, -1)]
    [InlineData(int.MaxValue, int.MaxValue, int.MaxValue - 1)]
    [InlineData(int.MinValue, int.MaxValue, -int.MaxValue)]
    [InlineData(int.MinValue, int.MinValue, int.MaxValue)]
    public void A_high_multiply_rounds_halves_up_and_saturates(int a, int b, int expected) => FixedPoint.HighMultiply(a, b).Should().Be(expected);

    [Theory]
    [InlineData(5, 0, 5)]
    [InlineData(2, 2, 1)]
    [InlineData(1, 2, 0)]
    [InlineData(-2, 2, -1)]
    [InlineData(-1, 2, 0)]
    [InlineData(int.MaxValue, 31, 1)]
    [InlineData(int.MinValue, 31, -1)]
    [InlineData(int.MinValue, 1, -(1 << 30))]
    public void A_rounding_division_takes_halves_away_from_zero(int x, int exponent, int expected) =>
        FixedPoint.RoundingDivide(x, exponent).Should().Be(expected);

    [Theory]
    [InlineData(1, 1 << 30, 1)]
    [InlineData(0.5, 1 << 30, 0)]
    [InlineData(3, 3 << 29, 2)]
    [InlineData(0, 0, 0)]
    public void A_multiplier_is_a_mantissa_and_a_shift(double factor, int multiplier, int shift) =>
        QuantizedMultiplier.Of(factor, RoundingRule.Double).Should().Be(new QuantizedMultiplier(multiplier, shift));

    [Fact]
    public void Factors_below_all_shifts_become_zero()
    {
        QuantizedMultiplier.Of(Math.ScaleB(1, -32), RoundingRule.Double).Should().Be(new QuantizedMultiplier(1 << 30, -31));
        QuantizedMultiplier.Of(Math.ScaleB(1, -33), RoundingRule.Double).Should().Be(default(QuantizedMultiplier));
    }

    [Fact]
    public void A_mantissa_that_rounds_up_to_two_gets_the_next_shift() =>
        QuantizedMultiplier.Of(1 - 1e-11, RoundingRule.Double).Should().Be(new QuantizedMultiplier(1 << 30, 1));

    [Fact]
    public void A_single_rounding_saturates_factors_that_are_too_large()
    {
        QuantizedMultiplier.Of(1L << 31, RoundingRule.Single).Should().Be(new QuantizedMultiplier(int.MaxValue, 30));
        QuantizedMultiplier.Of(1L << 31, RoundingRule.Double).Should().Be(new QuantizedMultiplier(1 << 30, 32));
    }

    [Theory]
    [InlineData(9, 238609294)]
    [InlineData(125, 17179869)]
    public void An_average_by_a_plain_multiplier_is_exact(int count, int multiplier)
    {
        var identity = new Quantization(1, 0);
        var pool = PoolOf(identity);
        for (var sum = -128 * count; sum <= 127 * count; sum++)
            FixedPoint.HighMultiply(sum, multiplier).Should().Be(pool.Apply(sum, count), $"of {sum} ÷ {count}");
    }

    [Fact]
    public void An_average_of_64_is_a_rounding_shift()
    {
        var pool = PoolOf(new Quantization(1, 0));
        for (var sum = -128 * 64; sum <= 127 * 64; sum++)
            FixedPoint.RoundingDivide(sum, 6).Should().Be(pool.Apply(sum, 64), $"of {sum}");
    }

    [Fact]
    public void Float_averages_take_halves_to_even()
    {
        var pool = PoolOf(new Quantization(0.5f, 0), RoundingRule.Float);

        new[] { 2, 6, -2, -6 }.Select(sum => pool.Apply(sum, 4)).Should().Equal(0, 2, 0, -2);
    }

    [Fact]
    public void Functions_in_fixed_point_are_near_the_real_ones()
    {
        const int Bound = 1024, Step = 1 << 22;
        for (var a = -(1L << 31); a <= 0; a += Step)
            FixedPointFunctions.ExpOfNegative((int)a, 5).Should().BeCloseTo((int)(Math.Exp(a / (double)(1 << 26)) * int.MaxValue), Bound);
        for (var a = -(1L << 31) + 1; a < 1L << 31; a += Step)
        {
            var real = a / (double)(1 << 27);
            FixedPointFunctions.Logistic((int)a, 4).Should().BeCloseTo((int)(1 / (1 + Math.Exp(-real)) * int.MaxValue), Bound);
            FixedPointFunctions.Tanh((int)a, 4).Should().BeCloseTo((int)(Math.Tanh(real) * int.MaxValue), 2 * Bound);
        }
    }

    private static PoolNumbers PoolOf(Quantization numbers, RoundingRule rule = RoundingRule.Double)
    {
        var tensor = new Tensor(0, "", new Shape(1, 8, 8, 1), ElementType.Int8, numbers);
        return PoolNumbers.Of(new(new(0, ""), tensor, tensor, new(1, 1), new(1, 1), Padding.None, Activation.None), rule);
    }
}
