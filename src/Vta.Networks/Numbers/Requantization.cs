using System.Collections.Immutable;
using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Numbers;

/// <summary>The end of a node that accumulates: factor, zero point, clamp.</summary>
/// <param name="Channels">The factor of each output channel, or one for all.</param>
/// <param name="ZeroPoint">Of the output.</param>
/// <param name="Range">What the output may be.</param>
public sealed record Requantization(ImmutableArray<Rescale> Channels, int ZeroPoint, IntegerRange Range)
{
    /// <summary>The output for an accumulator.</summary>
    public sbyte Apply(int accumulator, int channel = 0) =>
        (sbyte)Range.Clamp((long)Channels[Channels.Length == 1 ? 0 : channel].Apply(accumulator) + ZeroPoint);

    public static Requantization Of(Conv2D node, RoundingRule rule) =>
        OfChannels(node.Input, node.Weights, node.Output, node.Activation, rule, ScaleRatio.Product);

    public static Requantization Of(TransposeConv node, RoundingRule rule) =>
        OfChannels(node.Input, node.Weights, node.Output, node.Activation, rule, ScaleRatio.Product);

    public static Requantization Of(FullyConnected node, RoundingRule rule) =>
        OfChannels(node.Input, node.Weights, node.Output, node.Activation, rule,
            node.Weights.Quantization!.IsPerChannel ? ScaleRatio.Product : ScaleRatio.SingleProduct);

    public static Requantization Of(MatMul node, RoundingRule rule) =>
        OfOne(ScaleRatio.SingleProduct(node.Left.Scale, node.Right.Scale, node.Output.Scale), node.Output, Activation.None, rule);

    /// <summary>Of a factor that all channels have.</summary>
    internal static Requantization OfOne(ScaleRatio ratio, Tensor output, Activation activation, RoundingRule rule) =>
        new([Rescale.Of(rule, ratio)], output.ZeroPoint, IntegerRange.Of(output, activation, rule));

    private static Requantization OfChannels(
        Tensor input, Tensor weights, Tensor output, Activation activation, RoundingRule rule,
        Func<float, float, float, ScaleRatio> ratio) =>
        new(
            [.. weights.Quantization!.Scales.Select(scale => Rescale.Of(rule, ratio(input.Scale, scale, output.Scale)))],
            output.ZeroPoint,
            IntegerRange.Of(output, activation, rule));
}
