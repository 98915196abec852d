using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Numbers;

/// <summary>Between integers and the float32 numbers that they stand for.</summary>
public static class RealNumbers
{
    /// <summary>The nearest integer, halves to even, saturated; 0 for what is no number.</summary>
    public static int Round(float value) => Saturate(MathF.Round(value, MidpointRounding.ToEven));

    /// <summary>The nearest integer under a rule: halves to even with <see cref="RoundingRule.Float"/>, else away from zero.</summary>
    public static int Round(float value, RoundingRule rule) =>
        rule == RoundingRule.Float ? Round(value) : Saturate(MathF.Round(value, MidpointRounding.AwayFromZero));

    /// <summary>What an integer of a tensor stands for.</summary>
    public static float Dequantize(int value, Quantization numbers) => (value - numbers.ZeroPoint()) * numbers.Scale();

    /// <summary>The integer of a tensor that stands for a number, clamped.</summary>
    /// <param name="value">The number.</param>
    /// <param name="numbers">Of the tensor.</param>
    /// <param name="range">What integers are allowed.</param>
    /// <param name="rule">How the quotient is rounded.</param>
    public static int Quantize(float value, Quantization numbers, IntegerRange range, RoundingRule rule) =>
        range.Clamp((long)Round(value / numbers.Scale(), rule) + numbers.ZeroPoint());

    // A float32 may be beyond any integer.
    private static int Saturate(float value) => value >= int.MaxValue ? int.MaxValue : value <= int.MinValue ? int.MinValue : (int)value;
}
