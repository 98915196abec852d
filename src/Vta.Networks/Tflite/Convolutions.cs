using Vta.Isa;
using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Tflite;

/// <summary>CONV_2D, DEPTHWISE_CONV_2D and TRANSPOSE_CONV.</summary>
internal static class Convolutions
{
    internal static IEnumerable<Node> Conv2D(TfliteOperator source)
    {
        const int ActivationField = 3, DilationWidthField = 4, DilationHeightField = 5;
        var (input, weights) = (source.Input(0), source.Input(1));
        var dilation = new Size2D(source.Number(DilationHeightField, 1), source.Number(DilationWidthField, 1));
        var padding = Windows.ReadPadding(source, input.Shape, Windows.Window(weights), dilation);
        if (input.Shape[3] % weights.Shape[3] != 0)
            throw new VtaInputException($"weights: have {weights.Shape[3]} input channels; that has to divide {input.Shape[3]}");
        yield return new Conv2D(
            source.Origin, input, weights, source.OptionalInput(2), source.Output, Windows.Stride(source), dilation, padding,
            input.Shape[3] / weights.Shape[3], source.ReadActivation(ActivationField));
    }

    internal static IEnumerable<Node> DepthwiseConv2D(TfliteOperator source)
    {
        const int ActivationField = 4, DilationWidthField = 5, DilationHeightField = 6;
        var (input, weights) = (source.Input(0), source.Input(1));
        var dilation = new Size2D(source.Number(DilationHeightField, 1), source.Number(DilationWidthField, 1));
        var padding = Windows.ReadPadding(source, input.Shape, Windows.Window(weights), dilation);
        yield return new Conv2D(
            source.Origin, input, ChannelsFirst(source, weights), source.OptionalInput(2), source.Output, Windows.Stride(source), dilation,
            padding, input.Shape[3], source.ReadActivation(ActivationField));
    }

    internal static IEnumerable<Node> TransposeConv(TfliteOperator source)
    {
        const int ActivationField = 3;
        var (weights, input, output) = (source.Input(1), source.Input(2), source.Output);
        // The padding of the convolution that goes the other way.
        var padding = Windows.ReadPadding(source, output.Shape, Windows.Window(weights), new(1, 1));
        yield return new TransposeConv(
            source.Origin, input, weights, source.OptionalInput(3), output, Windows.Stride(source), new(padding.Top, padding.Left),
            new(output.Shape[1], output.Shape[2]), source.ReadActivation(ActivationField));
    }

    // 1 × height × width × channels to channels × height × width × 1.
    private static Tensor ChannelsFirst(TfliteOperator source, Tensor weights)
    {
        var shape = weights.Shape;
        if (shape[0] != 1 || weights.Constant is not { } constant || constant.Length != weights.Bytes || weights.Type.Bytes() != 1)
            throw new VtaInputException($"weights {weights}: have to be a constant of int8, 1 along axis 0");
        if (weights.Quantization is { IsPerChannel: true, Axis: not 3 })
            throw new VtaInputException($"weights {weights}: have scales along axis {weights.Quantization.Axis}; it has to be 3");
        var (channels, taps) = (shape[3], shape[1] * shape[2]);
        var from = constant.Span;
        var content = new byte[constant.Length];
        for (var channel = 0; channel < channels; channel++)
            for (var tap = 0; tap < taps; tap++)
                content[channel * taps + tap] = from[tap * channels + channel];
        var numbers = weights.Quantization is { } own ? own with { Axis = 0 } : null;
        return source.Derive(weights, new Shape(channels, shape[1], shape[2], 1), content, numbers);
    }
}
