using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Host;

/// <summary>Elements at equal distances along each axis.</summary>
internal static class Slicing
{
    internal static void Run(Slice node, TensorMemory memory)
    {
        var own = node.Input.Shape.Strides();
        var start = node.Starts.Zip(own, (first, stride) => first * stride).Sum();
        int[] strides = [.. node.Steps.Zip(own, (step, stride) => step * stride)];
        ElementCopy.Run(node.Input, node.Output, memory, StridedWalk.Indices(node.Size, start, strides));
    }
}
