using Vta.Networks.Graph.Nodes;
using Vta.Networks.Numbers;

namespace Vta.Networks.Host;

/// <summary>Softmax along the last axis.</summary>
internal static class SoftmaxRows
{
    internal static void Run(Softmax node, TensorMemory memory, RoundingRule rounding)
    {
        var input = memory.Read<sbyte>(node.Input);
        var output = memory.Create<sbyte>(node.Output);
        var numbers = SoftmaxNumbers.Of(node, rounding);
        var length = node.Input.Shape[^1];
        for (var first = 0; first < input.Length; first += length)
            numbers.Apply(input.Slice(first, length), output.Slice(first, length));
    }
}
