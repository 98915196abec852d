using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Host;

/// <summary>Which element of a smaller tensor meets each element of a larger one.</summary>
internal static class Broadcasting
{
    /// <summary>For each element of the result in order, the element of the operand: extents of 1 are repeated.</summary>
    internal static int[] Indices(Shape operand, Shape result)
    {
        var strides = new int[result.Rank];
        var own = operand.Strides();
        for (var axis = 1; axis <= operand.Rank; axis++)
            strides[^axis] = operand[^axis] == 1 ? 0 : own[^axis];
        return StridedWalk.Indices(result, start: 0, strides);
    }
}
