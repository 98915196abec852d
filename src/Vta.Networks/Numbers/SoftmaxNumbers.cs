using System.Numerics;
using Vta.Networks.Graph.Nodes;
using static Vta.Networks.Numbers.FixedPoint;

namespace Vta.Networks.Numbers;

/// <summary>Softmax over a row: in the reference's fixed point, or in real numbers under <see cref="RoundingRule.Float"/>.</summary>
public sealed class SoftmaxNumbers
{
    /// <summary>The longest row whose sum of exponentials fits the fixed-point rules' 32 bits for sure.</summary>
    public const int MaxRow = (1 << SumIntegerBits) - 1;

    private const int InputIntegerBits = 5;
    private const int SumIntegerBits = 12;

    private readonly Softmax node;
    private readonly RoundingRule rule;
    private readonly QuantizedMultiplier factor;
    private readonly long leastDifference;

    private SoftmaxNumbers(Softmax node, RoundingRule rule)
    {
        (this.node, this.rule) = (node, rule);
        if (rule == RoundingRule.Float)
            return;
        var largest = rule == RoundingRule.Single ? (1L << 30) - 1 : (1L << 31) - 1;
        factor = QuantizedMultiplier.Of(Math.Min(RealFactor(node.Input.Scale, node.Beta), largest), rule);
        leastDifference = -(long)Math.Floor(Math.ScaleB((1 << InputIntegerBits) - 1, 31 - InputIntegerBits - factor.Shift));
    }

    public static SoftmaxNumbers Of(Softmax node, RoundingRule rule) => new(node, rule);

    /// <summary>Computes a row.</summary>
    public void Apply(ReadOnlySpan<sbyte> input, Span<sbyte> output)
    {
        var largest = input[0];
        foreach (var value in input)
            largest = Math.Max(largest, value);
        if (rule == RoundingRule.Float)
            ApplyReal(input, largest, output);
        else
            ApplyFixed(input, largest, output);
    }

    /// <summary>Whether the fixed-point rules have a factor for it.</summary>
    internal static bool Accepts(float scale, float beta) => RealFactor(scale, beta) > 1;

    private void ApplyFixed(ReadOnlySpan<sbyte> input, int largest, Span<sbyte> output)
    {
        var sum = 0;
        foreach (var value in input)
        {
            if (value - largest >= leastDifference)
                sum += RoundingDivide(Exp(value - largest), SumIntegerBits);
        }
        // The sum lies in [1, 2^12): 1 over its mantissa, and a shift.
        var zeros = BitOperations.LeadingZeroCount((uint)sum);
        var reciprocal = FixedPointFunctions.OneOverOnePlus((int)(((uint)sum << zeros) - (1u << 31)));
        var shift = SumIntegerBits - zeros + 31 - 8;
        for (var i = 0; i < input.Length; i++)
        {
            var share = input[i] - largest < leastDifference
                ? 0
                : RoundingDivide(HighMultiply(reciprocal, Exp(input[i] - largest)), shift);
            output[i] = (sbyte)Math.Min(share + sbyte.MinValue, sbyte.MaxValue);
        }
    }

    private int Exp(int difference) => FixedPointFunctions.ExpOfNegative(factor.Apply(difference, rule), InputIntegerBits);

    private void ApplyReal(ReadOnlySpan<sbyte> input, int largest, Span<sbyte> output)
    {
        var sum = 0.0;
        foreach (var value in input)
            sum += Real(value - largest);
        var range = IntegerRange.Of(node.Output, Activation.None, rule);
        for (var i = 0; i < input.Length; i++)
            output[i] = (sbyte)RealNumbers.Quantize((float)(Real(input[i] - largest) / sum), node.Output.Quantization!, range, rule);
    }

    private double Real(int difference) => Math.Exp((double)node.Beta * node.Input.Scale * difference);

    private static double RealFactor(float scale, float beta) => Math.ScaleB((double)beta * scale, 31 - InputIntegerBits);
}
