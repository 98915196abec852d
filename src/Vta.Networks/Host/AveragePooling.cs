using Vta.Networks.Graph.Nodes;
using Vta.Networks.Numbers;

namespace Vta.Networks.Host;

/// <summary>Averages of windows, over what of them lies inside the image.</summary>
internal static class AveragePooling
{
    internal static void Run(AveragePool node, TensorMemory memory, RoundingRule rounding)
    {
        var input = memory.Read<sbyte>(node.Input);
        var output = memory.Create<sbyte>(node.Output);
        var numbers = PoolNumbers.Of(node, rounding);
        var windows = new PoolingWindows(node.Input.Shape, node.Output.Shape, node.Window, node.Stride, node.Padding);
        for (var at = 0; at < output.Length; at++)
        {
            var (sum, count) = (0L, 0);
            foreach (var element in windows.Elements(at))
                (sum, count) = (sum + input[element], count + 1);
            output[at] = numbers.Apply(sum, count);
        }
    }
}
