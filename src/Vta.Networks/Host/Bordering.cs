using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Host;

/// <summary>A border of one value around a tensor.</summary>
internal static class Bordering
{
    internal static void Run(Pad node, TensorMemory memory)
    {
        var input = memory.Read<sbyte>(node.Input);
        var output = memory.Create<sbyte>(node.Output);
        output.Fill((sbyte)node.Value);
        var strides = node.Output.Shape.Strides();
        var start = node.Widths.Zip(strides, (width, stride) => width.Before * stride).Sum();
        var targets = StridedWalk.Indices(node.Input.Shape, start, strides);
        for (var at = 0; at < input.Length; at++)
            output[targets[at]] = input[at];
    }
}
