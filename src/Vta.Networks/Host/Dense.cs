using Vta.Networks.Graph.Nodes;
using Vta.Networks.Numbers;

namespace Vta.Networks.Host;

/// <summary>Rows times constant weights. Accumulators keep the low 32 bits.</summary>
internal static class Dense
{
    internal static void Run(FullyConnected node, TensorMemory memory, RoundingRule rounding)
    {
        var input = memory.Read<sbyte>(node.Input);
        var weights = memory.Read<sbyte>(node.Weights);
        var bias = node.Bias is null ? default : memory.Read<int>(node.Bias);
        var output = memory.Create<sbyte>(node.Output);
        var end = Requantization.Of(node, rounding);
        var (channels, depth, inputZeroPoint) = (node.Weights.Shape[0], node.Weights.Shape[1], node.Input.ZeroPoint);
        for (var at = 0; at < output.Length; at++)
        {
            var channel = at % channels;
            var row = input.Slice(at / channels * depth, depth);
            var taps = weights.Slice(channel * depth, depth);
            var weightZeroPoint = node.Weights.Quantization!.ZeroPoint(channel);
            var sum = bias.IsEmpty ? 0 : bias[channel];
            for (var k = 0; k < depth; k++)
                sum += (row[k] - inputZeroPoint) * (taps[k] - weightZeroPoint);
            output[at] = end.Apply(sum, channel);
        }
    }
}
