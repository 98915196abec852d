using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Numbers;

/// <summary>A product of elements with two scales.</summary>
public sealed class ProductNumbers
{
    private readonly RoundingRule rule;
    private readonly Quantization left;
    private readonly Quantization right;
    private readonly Quantization output;

    private ProductNumbers(Mul node, RoundingRule rule)
    {
        this.rule = rule;
        (left, right, output) = (node.Left.Quantization!, node.Right.Quantization!, node.Output.Quantization!);
        Requantization = Requantization.OfOne(
            ScaleRatio.Product(node.Left.Scale, node.Right.Scale, node.Output.Scale), node.Output, node.Activation, rule);
    }

    /// <summary>What ends the product of integers; under <see cref="RoundingRule.Float"/> real numbers are multiplied instead.</summary>
    public Requantization Requantization { get; }

    public static ProductNumbers Of(Mul node, RoundingRule rule) => new(node, rule);

    /// <summary>The output for two inputs.</summary>
    public sbyte Apply(int a, int b) => rule == RoundingRule.Float
        ? (sbyte)RealNumbers.Quantize(
            RealNumbers.Dequantize(a, left) * RealNumbers.Dequantize(b, right), output, Requantization.Range, rule)
        : Requantization.Apply((a - left.ZeroPoint()) * (b - right.ZeroPoint()));
}
