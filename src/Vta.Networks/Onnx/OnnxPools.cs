using Vta.Isa;
using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;
using Vta.Networks.Numbers;

namespace Vta.Networks.Onnx;

/// <summary>AveragePool, GlobalAveragePool, ReduceMean; MaxPool and GlobalMaxPool, which keep the numbers that they find.</summary>
internal static class OnnxPools
{
    internal static PendingValue Average(OnnxNode node, IReadOnlyList<StoredValue> operands, StoredValue? bias)
    {
        var input = OnnxWindows.Image(node, operands[0]).Tensor;
        var (window, stride, padding) = Geometry(node, input.Shape);
        if (node.Flag("count_include_pad") && padding != Padding.None)
            throw new VtaInputException("count_include_pad: is 1; averages are over what lies inside the image");
        return new(node, Activation.None, (name, numbers, activation) =>
        {
            if (node.Scope.Rounding != RoundingRule.Float && !Equals(numbers, input.Quantization))
                throw new VtaInputException("output: has other numbers than the input; with fixed-point rounding they have to be the same");
            return OnnxConvolutions.Images(node.Scope.Builder.Add(
                name, ElementType.Int8, numbers,
                output => new AveragePool(node.Origin, input, output, window, stride, padding, activation)));
        });
    }

    internal static PendingValue GlobalAverage(OnnxNode node, IReadOnlyList<StoredValue> operands, StoredValue? bias)
    {
        var image = OnnxWindows.Image(node, operands[0]);
        return Mean(node, image, [1, 2], keep: true);
    }

    internal static PendingValue ReduceMean(OnnxNode node, IReadOnlyList<StoredValue> operands, StoredValue? bias)
    {
        var rank = operands[0].Axes.Length;
        var axes = node.IntegersOrOperand("axes", 1)?.Select(axis => Axes.Resolve(axis, rank)) ?? Enumerable.Range(0, rank);
        var keep = node.Flag("keepdims", absent: true);
        // Without the axes there is no order of the rest to keep.
        var value = keep ? operands[0] : node.Scope.LaidOut(operands[0], node.Origin);
        return Mean(node, value, axes.Select(axis => value.Axes[axis]), keep);
    }

    internal static StoredValue Max(OnnxNode node)
    {
        var image = OnnxWindows.Image(node, node.Stored(0));
        if (node.Outputs.Count > 1 && node.Outputs[1].Length > 0)
            throw new VtaInputException("outputs: indices are asked for; only values are supported");
        var (window, stride, padding) = Geometry(node, image.Tensor.Shape);
        return Max(node, image, window, stride, padding);
    }

    internal static StoredValue GlobalMax(OnnxNode node)
    {
        var image = OnnxWindows.Image(node, node.Stored(0));
        return Max(node, image, new(image.Tensor.Shape[1], image.Tensor.Shape[2]), new(1, 1), Padding.None);
    }

    private static StoredValue Max(OnnxNode node, StoredValue image, Size2D window, Size2D stride, Padding padding) => image with
    {
        Tensor = node.Scope.Builder.Add(node.Output, image.Tensor.Type, image.Tensor.Quantization,
            output => new MaxPool(node.Origin, image.Tensor, output, window, stride, padding, Activation.None)),
    };

    private static PendingValue Mean(OnnxNode node, StoredValue value, IEnumerable<int> axes, bool keep)
    {
        var ordered = axes.Distinct().Order().ToList();
        return new(node, Activation.None, (name, numbers, activation) =>
        {
            if (activation != Activation.None)
                throw new VtaInputException("output: an activation follows without a QuantizeLinear between; that is not supported here");
            var mean = node.Scope.Builder.Add(
                name, ElementType.Int8, numbers, output => new Mean(node.Origin, value.Tensor, output, [.. ordered], keep));
            return keep ? value with { Tensor = mean } : new StoredValue(mean, isReal: true);
        });
    }

    private static (Size2D Window, Size2D Stride, Padding Padding) Geometry(OnnxNode node, Shape image)
    {
        if (node.Flag("channels_last") || node.Flag("storage_order"))
            throw new VtaInputException("channels_last, storage_order: are given; 0 is supported");
        if (OnnxWindows.Pair(node, "dilations", new(1, 1)) != new Size2D(1, 1))
            throw new VtaInputException("dilations: are not 1; 1 is supported");
        var window = OnnxWindows.Pair(node, "kernel_shape");
        var stride = OnnxWindows.Pair(node, "strides", new(1, 1));
        var padding = OnnxWindows.ReadPadding(node, image, window, stride, new(1, 1));
        if (!node.Flag("ceil_mode"))
            return (window, stride, padding);
        return (window, stride, padding with
        {
            Bottom = Rounded(image[1], window.Height, stride.Height, padding.Top, padding.Bottom),
            Right = Rounded(image[2], window.Width, stride.Width, padding.Left, padding.Right),
        });
    }

    // The padding at the end with which the last window, which may stick out but not start outside, is whole.
    private static int Rounded(int extent, int window, int stride, int before, int after)
    {
        var last = ((long)extent + before + after - window + stride - 1) / stride;
        if (last * stride >= extent + before)
            last--;
        return (int)Math.Max(last * stride + window - extent - before, 0);
    }
}
