using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Host;

/// <summary>Two tensors, element by element; extents of 1 are repeated.</summary>
internal static class Elementwise
{
    internal static void Run(Tensor left, Tensor right, Tensor output, TensorMemory memory, Func<int, int, sbyte> apply)
    {
        var a = memory.Read<sbyte>(left);
        var b = memory.Read<sbyte>(right);
        var result = memory.Create<sbyte>(output);
        var leftIndices = Broadcasting.Indices(left.Shape, output.Shape);
        var rightIndices = Broadcasting.Indices(right.Shape, output.Shape);
        for (var at = 0; at < result.Length; at++)
            result[at] = apply(a[leftIndices[at]], b[rightIndices[at]]);
    }
}
