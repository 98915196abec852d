using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;
using Vta.Networks.Numbers;

namespace Vta.Networks.Host;

/// <summary>Averages over whole axes.</summary>
internal static class Averaging
{
    internal static void Run(Mean node, TensorMemory memory, RoundingRule rounding)
    {
        var input = memory.Read<sbyte>(node.Input);
        var strides = KeptStrides(node);
        var sums = new int[node.Output.Shape.Elements];
        var targets = StridedWalk.Indices(node.Input.Shape, start: 0, strides);
        for (var at = 0; at < input.Length; at++)
            sums[targets[at]] += input[at];

        var output = memory.Create<sbyte>(node.Output);
        var numbers = MeanNumbers.Of(node, rounding);
        for (var at = 0; at < output.Length; at++)
            output[at] = numbers.Apply(sums[at]);
    }

    // How far the output moves along each axis of the input.
    private static int[] KeptStrides(Mean node)
    {
        var strides = new int[node.Input.Shape.Rank];
        for (int axis = strides.Length - 1, stride = 1; axis >= 0; axis--)
        {
            if (node.Axes.Contains(axis))
                continue;
            strides[axis] = stride;
            stride *= node.Input.Shape[axis];
        }
        return strides;
    }
}
