using CsCheck;
using Vta.NetworkCompiler.Operators;
using Vta.Networks.Numbers;

namespace Vta.NetworkCompiler.Tests;

/// <summary>A multiplier gives the integers of float32 products, for sums of any size.</summary>
public sealed class FloatMultiplierTests
{
    private const int Least = -255;
    private const int Greatest = 255;

    [Fact]
    public void Products_round_as_in_float32()
    {
        var factors = Gen.Select(Gen.Double[0.5, 1], Gen.Int[-30, -1], (mantissa, exponent) => (float)Math.ScaleB(mantissa, exponent));
        Gen.Select(factors, Gen.Double[-300, 300].Array[50]).Sample((factor, products) =>
        {
            if (FloatMultipliers.Of(factor, Least, Greatest) is not { } multiplier)
                return;
            foreach (var sum in products.Select(product => product / factor).Where(sum => Math.Abs(sum) < int.MaxValue).Select(sum => (int)sum))
            {
                var device = FixedPoint.DivideToEven((long)sum * multiplier.Multiplier, 31 - multiplier.Shift);
                Math.Clamp(device, Least, Greatest).Should().Be(Math.Clamp(RealNumbers.Round(sum * factor), Least, Greatest), $"of {sum} times {factor}");
            }
        }, iter: 2_000);
    }

    [Fact]
    public void Factors_of_1_and_more_have_none() => FloatMultipliers.Of(1.5f, Least, Greatest).Should().BeNull();
}
