using Vta.Networks.Graph.Nodes;
using Vta.Networks.Numbers;

namespace Vta.Networks.Host;

/// <summary>Real numbers to integers.</summary>
internal static class Quantizing
{
    internal static void Run(Quantize node, TensorMemory memory, RoundingRule rounding)
    {
        var input = memory.Read<float>(node.Input);
        var output = memory.Create<byte>(node.Output);
        var range = IntegerRange.Of(node.Output, Activation.None, rounding);
        for (var at = 0; at < input.Length; at++)
            output[at] = (byte)RealNumbers.Quantize(input[at], node.Output.Quantization!, range, rounding);
    }
}
