using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Host;

/// <summary>Axes in another order.</summary>
internal static class Transposition
{
    internal static void Run(Transpose node, TensorMemory memory)
    {
        var own = node.Input.Shape.Strides();
        int[] strides = [.. node.Permutation.Select(axis => own[axis])];
        ElementCopy.Run(node.Input, node.Output, memory, StridedWalk.Indices(node.Output.Shape, start: 0, strides));
    }
}
