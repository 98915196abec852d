using Vta.Compiler.Operators.Convolution;
using Vta.Compiler.Tensors;
using Vta.Isa;
using Vta.Isa.Requant;
using Vta.NetworkCompiler.Layouts;
using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;
using Vta.Networks.Numbers;
using Tensor = Vta.Networks.Graph.Tensors.Tensor;

namespace Vta.NetworkCompiler.Operators;

/// <summary>
/// A node that sums products with constant weights, as a convolution whose sums are requantised. The input's zero point is folded into the bias:
/// Σ w (x − z) = Σ w x − z Σ w, with borders that hold z.
/// </summary>
internal sealed class Accumulation
{
    private readonly sbyte[] weights;
    private readonly int[] bias;
    private readonly Requantization end;

    private Accumulation(
        Node node, Tensor input, int zeroPoint, ImageShape image, ConvolutionShape shape, sbyte[] weights, Tensor? bias, Requantization end)
    {
        (Node, Input, Image, Shape, this.weights, this.end) = (node, input, image, shape, weights, end);
        this.bias = bias is null ? new int[shape.OutChannels] : bias.Values<int>().ToArray();
        ZeroPoint = zeroPoint;
    }

    internal Node Node { get; }

    internal Tensor Input { get; }

    /// <summary>The input as images.</summary>
    internal ImageShape Image { get; }

    internal ConvolutionShape Shape { get; }

    /// <summary>Of the input.</summary>
    internal int ZeroPoint { get; }

    /// <summary>The output as images.</summary>
    internal ImageShape Output => new(Image.Batch, Shape.OutHeight, Shape.OutWidth, Shape.OutChannels);

    /// <summary>The weights: (OutChannels, InChannels of a group, KernelHeight, KernelWidth).</summary>
    internal Vta.Compiler.Tensors.Tensor Kernel
    {
        get
        {
            var (depth, taps) = (Shape.InChannelsOfGroup, Shape.KernelHeight * Shape.KernelWidth);
            var kernel = new Vta.Compiler.Tensors.Tensor(Shape.OutChannels, depth, Shape.KernelHeight, Shape.KernelWidth);
            for (var index = 0; index < weights.Length; index++)
            {
                var (row, channel) = Math.DivRem(index, depth);
                var (output, tap) = Math.DivRem(row, taps);
                kernel.Data[(output * depth + channel) * taps + tap] = weights[index];
            }
            return kernel;
        }
    }

    /// <summary>The parameters of each output channel; null where the rounding rule has factors that there are none for.</summary>
    internal IReadOnlyList<RequantParameters>? Parameters
    {
        get
        {
            var factors = end.Channels.Select(Multiplier).ToList();
            return factors.Contains(null) ? null :
            [
                .. Enumerable.Range(0, Shape.OutChannels).Select(channel =>
                    RequantLanes.Of(factors[factors.Count == 1 ? 0 : channel]!.Value, end.Channels[0].Rule, FoldedBias(channel)) with
                    {
                        ZeroPoint = end.ZeroPoint, Minimum = end.Range.Lower, Maximum = end.Range.Upper,
                    }),
            ];
        }
    }

    /// <summary>A convolution; null where weights have zero points that 8 bits cannot take in.</summary>
    internal static Accumulation? Of(Conv2D node, RoundingRule rule)
    {
        var image = ImageShape.Of(node.Input.Shape);
        var shape = new ConvolutionShape
        {
            Batch = image.Batch,
            InChannels = image.Channels,
            OutChannels = node.Output.Shape[3],
            Height = image.Height,
            Width = image.Width,
            KernelHeight = node.Window.Height,
            KernelWidth = node.Window.Width,
            StrideHeight = node.Stride.Height,
            StrideWidth = node.Stride.Width,
            DilationHeight = node.Dilation.Height,
            DilationWidth = node.Dilation.Width,
            PadHeight = new(node.Padding.Top, node.Padding.Bottom),
            PadWidth = new(node.Padding.Left, node.Padding.Right),
            Groups = node.Groups,
        };
        return WeightsOf(node.Weights) is { } weights
            ? new Accumulation(node, node.Input, node.Input.ZeroPoint, image, shape, weights, node.Bias, Requantization.Of(node, rule))
            : null;
    }

    /// <summary>
    /// A product with weights, as a convolution with a kernel of a pixel, or one that is as large as an image; null where weights have zero points that 8 bits
    /// cannot take in.
    /// </summary>
    /// <param name="node">The product.</param>
    /// <param name="input">The input, or what it is another shape of.</param>
    /// <param name="image">That as images.</param>
    /// <param name="rule">The rounding rule.</param>
    internal static Accumulation? Of(FullyConnected node, Tensor input, ImageShape image, RoundingRule rule)
    {
        var (outputs, columns) = (node.Weights.Shape[0], node.Weights.Shape[1]);
        var isOfPixel = image.Channels == columns;
        var shape = new ConvolutionShape
        {
            Batch = image.Batch,
            InChannels = image.Channels,
            OutChannels = outputs,
            Height = image.Height,
            Width = image.Width,
            KernelHeight = isOfPixel ? 1 : image.Height,
            KernelWidth = isOfPixel ? 1 : image.Width,
        };
        return WeightsOf(node.Weights) is { } weights
            ? new Accumulation(node, input, node.Input.ZeroPoint, image, shape, weights, node.Bias, Requantization.Of(node, rule))
            : null;
    }

    private QuantizedMultiplier? Multiplier(Rescale factor) => factor.Rule == RoundingRule.Float
        ? FloatMultipliers.Of(factor.Factor, end.Range.Lower - end.ZeroPoint, end.Range.Upper - end.ZeroPoint)
        : factor.Fixed;

    private int FoldedBias(int channel)
    {
        var sum = 0;
        var length = weights.Length / Shape.OutChannels;
        foreach (var weight in weights.AsSpan(channel * length, length))
            sum += weight;
        return unchecked(bias[channel] - ZeroPoint * sum);
    }

    /// <summary>The weights without their zero points; null where the differences leave 8 bits.</summary>
    private static sbyte[]? WeightsOf(Tensor weights)
    {
        var values = weights.Values<sbyte>().ToArray();
        var length = values.Length / weights.Shape[0];
        for (var index = 0; index < values.Length; index++)
        {
            var difference = values[index] - weights.Quantization!.ZeroPoint(index / length);
            if (difference is < sbyte.MinValue or > sbyte.MaxValue)
                return null;
            values[index] = (sbyte)difference;
        }
        return values;
    }
}
