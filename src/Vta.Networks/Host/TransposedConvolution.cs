using Vta.Networks.Graph.Nodes;
using Vta.Networks.Numbers;

namespace Vta.Networks.Host;

/// <summary>Transposed convolution: each input pixel is spread over a window of the output. Accumulators keep the low 32 bits.</summary>
internal static class TransposedConvolution
{
    internal static void Run(TransposeConv node, TensorMemory memory, RoundingRule rounding)
    {
        var sums = Spread(node, memory);
        var bias = node.Bias is null ? default : memory.Read<int>(node.Bias);
        var output = memory.Create<sbyte>(node.Output);
        var end = Requantization.Of(node, rounding);
        var channels = node.Output.Shape[3];
        for (var at = 0; at < sums.Length; at++)
        {
            var channel = at % channels;
            output[at] = end.Apply(sums[at] + (bias.IsEmpty ? 0 : bias[channel]), channel);
        }
    }

    private static int[] Spread(TransposeConv node, TensorMemory memory)
    {
        var input = memory.Read<sbyte>(node.Input);
        var weights = memory.Read<sbyte>(node.Weights);
        var (shape, window, result) = (node.Input.Shape, node.Weights.Shape, node.Output.Shape);
        var sums = new int[result.Elements];
        for (var at = 0; at < shape[0] * shape[1] * shape[2]; at++)
        {
            var (batch, y, x) = (at / shape[2] / shape[1], at / shape[2] % shape[1], at % shape[2]);
            var pixel = input.Slice(at * shape[3], shape[3]);
            for (var tap = 0; tap < window[1] * window[2]; tap++)
            {
                var row = y * node.Stride.Height - node.Offset.Height + tap / window[2];
                var column = x * node.Stride.Width - node.Offset.Width + tap % window[2];
                if ((uint)row < result[1] && (uint)column < result[2])
                    Add(node, pixel, weights, tap, sums.AsSpan(((batch * result[1] + row) * result[2] + column) * result[3], result[3]));
            }
        }
        return sums;
    }

    private static void Add(TransposeConv node, ReadOnlySpan<sbyte> pixel, ReadOnlySpan<sbyte> weights, int tap, Span<int> sums)
    {
        var taps = node.Weights.Shape[1] * node.Weights.Shape[2];
        for (var channel = 0; channel < sums.Length; channel++)
        {
            var row = weights.Slice((channel * taps + tap) * pixel.Length, pixel.Length);
            var weightZeroPoint = node.Weights.Quantization!.ZeroPoint(channel);
            for (var k = 0; k < row.Length; k++)
                sums[channel] += (pixel[k] - node.Input.ZeroPoint) * (row[k] - weightZeroPoint);
        }
    }
}
