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
        for (var batch = 0; batch < shape[0]; batch++)
        for (var y = 0; y < shape[1]; y++)
        for (var x = 0; x < shape[2]; x++)
        for (var i = 0; i < window[1]; i++)
        for (var j = 0; j < window[2]; j++)
        {
            var row = y * node.Stride.Height - node.Offset.Height + i;
            var column = x * node.Stride.Width - node.Offset.Width + j;
            if ((uint)row >= result[1] || (uint)column >= result[2])
                continue;
            var pixel = input.Slice(((batch * shape[1] + y) * shape[2] + x) * shape[3], shape[3]);
            var target = sums.AsSpan(((batch * result[1] + row) * result[2] + column) * result[3], result[3]);
            for (var channel = 0; channel < target.Length; channel++)
            {
                var taps = weights.Slice(((channel * window[1] + i) * window[2] + j) * shape[3], shape[3]);
                var weightZeroPoint = node.Weights.Quantization!.ZeroPoint(channel);
                for (var k = 0; k < taps.Length; k++)
                    target[channel] += (pixel[k] - node.Input.ZeroPoint) * (taps[k] - weightZeroPoint);
            }
        }
        return sums;
    }
}
