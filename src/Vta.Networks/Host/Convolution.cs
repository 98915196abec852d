using Vta.Networks.Graph.Nodes;
using Vta.Networks.Numbers;

namespace Vta.Networks.Host;

/// <summary>Convolution. Elements outside the image are the zero point, which adds nothing. Accumulators keep the low 32 bits.</summary>
internal static class Convolution
{
    internal static void Run(Conv2D node, TensorMemory memory, RoundingRule rounding)
    {
        var input = memory.Read<sbyte>(node.Input);
        var weights = memory.Read<sbyte>(node.Weights);
        var bias = node.Bias is null ? default : memory.Read<int>(node.Bias);
        var output = memory.Create<sbyte>(node.Output);
        var end = Requantization.Of(node, rounding);
        var (inputShape, outputShape) = (node.Input.Shape, node.Output.Shape);
        var (window, depth, channels) = (node.Window, node.Weights.Shape[3], outputShape[3]);
        var inputZeroPoint = node.Input.ZeroPoint;
        var at = 0;
        for (var batch = 0; batch < outputShape[0]; batch++)
        for (var y = 0; y < outputShape[1]; y++)
        for (var x = 0; x < outputShape[2]; x++)
        for (var channel = 0; channel < channels; channel++)
        {
            var firstInput = channel / (channels / node.Groups) * depth;
            var weightZeroPoint = node.Weights.Quantization!.ZeroPoint(channel);
            var sum = bias.IsEmpty ? 0 : bias[channel];
            for (var i = 0; i < window.Height; i++)
            for (var j = 0; j < window.Width; j++)
            {
                var row = y * node.Stride.Height - node.Padding.Top + i * node.Dilation.Height;
                var column = x * node.Stride.Width - node.Padding.Left + j * node.Dilation.Width;
                if ((uint)row >= inputShape[1] || (uint)column >= inputShape[2])
                    continue;
                var pixel = input.Slice(((batch * inputShape[1] + row) * inputShape[2] + column) * inputShape[3] + firstInput, depth);
                var taps = weights.Slice(((channel * window.Height + i) * window.Width + j) * depth, depth);
                for (var k = 0; k < depth; k++)
                    sum += (pixel[k] - inputZeroPoint) * (taps[k] - weightZeroPoint);
            }
            output[at++] = end.Apply(sum, channel);
        }
    }
}
