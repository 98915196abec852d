using Vta.Isa;
using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Onnx;

/// <summary>Conv and ConvTranspose.</summary>
internal static class OnnxConvolutions
{
    internal static PendingValue Conv(OnnxNode node, IReadOnlyList<StoredValue> operands, StoredValue? bias)
    {
        var (input, weights) = (OnnxWindows.Image(node, operands[0]).Tensor, Weights(node, operands[1], [0, 3, 1, 2]));
        var window = Window(node, weights);
        var stride = OnnxWindows.Pair(node, "strides", new(1, 1));
        var dilation = OnnxWindows.Pair(node, "dilations", new(1, 1));
        var padding = OnnxWindows.ReadPadding(node, input.Shape, window, stride, dilation);
        var groups = (int)Math.Clamp(node.Integer("group", 1), int.MinValue, int.MaxValue);
        var biases = OnnxBias.Of(node, bias, input, weights);
        return new(node, Activation.None, (name, numbers, activation) => Images(node.Scope.Builder.Add(
            name, ElementType.Int8, numbers,
            output => new Conv2D(node.Origin, input, weights, biases, output, stride, dilation, padding, groups, activation))));
    }

    internal static PendingValue ConvTranspose(OnnxNode node, IReadOnlyList<StoredValue> operands, StoredValue? bias)
    {
        var (input, weights) = (OnnxWindows.Image(node, operands[0]).Tensor, Weights(node, operands[1], [3, 0, 1, 2]));
        if (node.Integer("group", 1) != 1)
            throw new VtaInputException($"group: is {node.Integer("group", 1)}; 1 is supported");
        if (OnnxWindows.Pair(node, "dilations", new(1, 1)) != new Size2D(1, 1))
            throw new VtaInputException("dilations: are not 1; 1 is supported");
        if (node.Text("auto_pad") is not ("" or "NOTSET") || node.Integers("output_shape") is not null)
            throw new VtaInputException("auto_pad, output_shape: are given; pads and output_padding are supported");
        var window = Window(node, weights);
        var stride = OnnxWindows.Pair(node, "strides", new(1, 1));
        var padding = OnnxWindows.ReadPadding(node, input.Shape, window, stride, new(1, 1));
        var more = node.Integers("output_padding") ?? [0, 0];
        if (more.Length != 2 || more.Any(extent => extent < 0 || extent > NetworkLimits.Extent))
            throw new VtaInputException($"output_padding: is {string.Join(", ", more)}; allowed are two numbers from 0 to {NetworkLimits.Extent}");
        var size = new Size2D(
            Extent(input.Shape[1], stride.Height, window.Height, padding.Top + padding.Bottom, more[0]),
            Extent(input.Shape[2], stride.Width, window.Width, padding.Left + padding.Right, more[1]));
        var biases = OnnxBias.Of(node, bias, input, weights);
        return new(node, Activation.None, (name, numbers, activation) => Images(node.Scope.Builder.Add(
            name, ElementType.Int8, numbers,
            output => new TransposeConv(
                node.Origin, input, weights, biases, output, stride, new(padding.Top, padding.Left), size, activation))));
    }

    /// <summary>A tensor with channels last, as the model sees it.</summary>
    internal static StoredValue Images(Tensor tensor) => new(tensor, OnnxWindows.ChannelsLast, IsReal: true);

    // axes: where output channels, input channels, rows and columns lie.
    private static Tensor Weights(OnnxNode node, StoredValue value, System.Collections.Immutable.ImmutableArray<int> axes)
    {
        if (value.Tensor.Constant is null || value.Axes.Length != 4)
            throw new VtaInputException($"weights: are {value.Shape}; they have to be constant, of 4 dimensions");
        return node.Scope.LaidOut(value, axes, node.Origin).Tensor;
    }

    private static Size2D Window(OnnxNode node, Tensor weights)
    {
        var window = new Size2D(weights.Shape[1], weights.Shape[2]);
        var said = OnnxWindows.Pair(node, "kernel_shape", window);
        return said == window ? window : throw new VtaInputException($"kernel_shape: is {said}; the weights have {window}");
    }

    private static int Extent(int input, int stride, int window, int padding, long more) =>
        (int)Math.Clamp((input - 1L) * stride + window - padding + more, 0, NetworkLimits.Elements);
}
