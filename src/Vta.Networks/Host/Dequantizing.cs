using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;
using Vta.Networks.Numbers;

namespace Vta.Networks.Host;

/// <summary>Integers to real numbers.</summary>
internal static class Dequantizing
{
    internal static void Run(Dequantize node, TensorMemory memory)
    {
        var input = memory.Bytes(node.Input);
        var output = memory.Create<float>(node.Output);
        for (var at = 0; at < input.Length; at++)
        {
            int value = node.Input.Type == ElementType.UInt8 ? input[at] : (sbyte)input[at];
            output[at] = RealNumbers.Dequantize(value, node.Input.Quantization!);
        }
    }
}
