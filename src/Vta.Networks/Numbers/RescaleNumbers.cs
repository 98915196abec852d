using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Numbers;

/// <summary>The same value under another scale and zero point, and an activation that stands alone.</summary>
public sealed class RescaleNumbers
{
    private readonly RoundingRule rule;
    private readonly Quantization input;
    private readonly Quantization output;

    private RescaleNumbers(Tensor input, Tensor output, Activation activation, RoundingRule rule, ScaleRatio ratio)
    {
        this.rule = rule;
        (this.input, this.output) = (input.Quantization!, output.Quantization!);
        Factor = Rescale.Of(rule, ratio);
        Range = IntegerRange.Of(output, activation, rule);
    }

    /// <summary>The factor; under <see cref="RoundingRule.Float"/> the real number is divided by the output's scale instead.</summary>
    public Rescale Factor { get; }

    /// <summary>What the output may be.</summary>
    public IntegerRange Range { get; }

    public static RescaleNumbers Of(Requantize node, RoundingRule rule) =>
        new(node.Input, node.Output, Activation.None, rule, ScaleRatio.Quotient(node.Input.Scale, node.Output.Scale));

    public static RescaleNumbers Of(Clamp node, RoundingRule rule) =>
        new(node.Input, node.Output, node.Activation, rule, ScaleRatio.SingleQuotient(node.Input.Scale, node.Output.Scale));

    /// <summary>The output for an input.</summary>
    public int Apply(int value) => rule == RoundingRule.Float
        ? RealNumbers.Quantize(RealNumbers.Dequantize(value, input), output, Range, rule)
        : Range.Clamp((long)Factor.Apply(value - input.ZeroPoint()) + output.ZeroPoint());
}
