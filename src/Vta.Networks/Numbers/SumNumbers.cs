using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Numbers;

/// <summary>A sum or difference of elements with two scales.</summary>
public sealed class SumNumbers
{
    /// <summary>Bits that fixed-point rules shift inputs left by, so that little is lost before the sum.</summary>
    public const int LeftShift = 20;

    private readonly RoundingRule rule;
    private readonly Quantization left;
    private readonly Quantization right;
    private readonly Quantization output;
    private readonly int sign;

    private SumNumbers(Tensor left, Tensor right, Tensor output, Activation activation, RoundingRule rule, int sign)
    {
        (this.rule, this.sign) = (rule, sign);
        (this.left, this.right, this.output) = (left.Quantization!, right.Quantization!, output.Quantization!);
        Range = IntegerRange.Of(output, activation, rule);
        if (rule == RoundingRule.Float)
            return;
        var twice = 2.0 * Math.Max(left.Scale, right.Scale);
        Left = QuantizedMultiplier.Of(left.Scale / twice, rule);
        Right = QuantizedMultiplier.Of(right.Scale / twice, rule);
        Output = QuantizedMultiplier.Of(twice / ((1 << LeftShift) * (double)output.Scale), rule);
    }

    /// <summary>Factor of the left input; without meaning under <see cref="RoundingRule.Float"/>.</summary>
    public QuantizedMultiplier Left { get; }

    /// <summary>Factor of the right input; without meaning under <see cref="RoundingRule.Float"/>.</summary>
    public QuantizedMultiplier Right { get; }

    /// <summary>Factor of the sum; without meaning under <see cref="RoundingRule.Float"/>.</summary>
    public QuantizedMultiplier Output { get; }

    /// <summary>What the output may be.</summary>
    public IntegerRange Range { get; }

    public static SumNumbers Of(Add node, RoundingRule rule) => new(node.Left, node.Right, node.Output, node.Activation, rule, 1);

    public static SumNumbers Of(Sub node, RoundingRule rule) => new(node.Left, node.Right, node.Output, node.Activation, rule, -1);

    /// <summary>The output for two inputs.</summary>
    public sbyte Apply(int a, int b)
    {
        if (rule == RoundingRule.Float)
        {
            var real = RealNumbers.Dequantize(a, left) + sign * RealNumbers.Dequantize(b, right);
            return (sbyte)RealNumbers.Quantize(real, output, Range, rule);
        }
        var scaledLeft = Left.Apply((a - left.ZeroPoint()) << LeftShift, rule);
        var scaledRight = Right.Apply((b - right.ZeroPoint()) << LeftShift, rule);
        return (sbyte)Range.Clamp((long)Output.Apply(scaledLeft + sign * scaledRight, rule) + output.ZeroPoint());
    }
}
