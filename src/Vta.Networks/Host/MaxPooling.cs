using Vta.Networks.Graph.Nodes;
using Vta.Networks.Numbers;

namespace Vta.Networks.Host;

/// <summary>The largest elements of windows, of what of them lies inside the image.</summary>
internal static class MaxPooling
{
    internal static void Run(MaxPool node, TensorMemory memory, RoundingRule rounding)
    {
        var input = memory.Read<sbyte>(node.Input);
        var output = memory.Create<sbyte>(node.Output);
        var range = IntegerRange.Of(node.Output, node.Activation, rounding);
        var windows = new PoolingWindows(node.Input.Shape, node.Output.Shape, node.Window, node.Stride, node.Padding);
        for (var at = 0; at < output.Length; at++)
        {
            var largest = sbyte.MinValue;
            foreach (var element in windows.Elements(at))
                largest = Math.Max(largest, input[element]);
            output[at] = (sbyte)range.Clamp(largest);
        }
    }
}
