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
        var shape = node.Output.Shape;
        for (var at = 0; at < output.Length; at++)
        {
            var (pixel, channel) = (at / shape[3], at % shape[3]);
            var (batch, y, x) = (pixel / shape[2] / shape[1], pixel / shape[2] % shape[1], pixel % shape[2]);
            var sum = Sum(node, input, weights, batch, y, x, channel);
            output[at] = end.Apply(bias.IsEmpty ? sum : sum + bias[channel], channel);
        }
    }

    // Of the window at row y and column x of the output.
    private static int Sum(Conv2D node, ReadOnlySpan<sbyte> input, ReadOnlySpan<sbyte> weights, int batch, int y, int x, int channel)
    {
        var (image, window, depth) = (node.Input.Shape, node.Window, node.Weights.Shape[3]);
        var firstInput = channel / (node.Output.Shape[3] / node.Groups) * depth;
        var (inputZeroPoint, weightZeroPoint) = (node.Input.ZeroPoint, node.Weights.Quantization!.ZeroPoint(channel));
        var sum = 0;
        for (var i = 0; i < window.Height; i++)
        {
            var row = y * node.Stride.Height - node.Padding.Top + i * node.Dilation.Height;
            if ((uint)row >= image[1])
                continue;
            for (var j = 0; j < window.Width; j++)
            {
                var column = x * node.Stride.Width - node.Padding.Left + j * node.Dilation.Width;
                if ((uint)column >= image[2])
                    continue;
                var pixel = input.Slice(((batch * image[1] + row) * image[2] + column) * image[3] + firstInput, depth);
                var taps = weights.Slice(((channel * window.Height + i) * window.Width + j) * depth, depth);
                for (var k = 0; k < depth; k++)
                    sum += (pixel[k] - inputZeroPoint) * (taps[k] - weightZeroPoint);
            }
        }
        return sum;
    }
}
