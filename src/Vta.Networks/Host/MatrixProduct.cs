using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;
using Vta.Networks.Numbers;

namespace Vta.Networks.Host;

/// <summary>Products of matrices, one for each index of the outer axes. Accumulators keep the low 32 bits.</summary>
internal static class MatrixProduct
{
    internal static void Run(MatMul node, TensorMemory memory, RoundingRule rounding)
    {
        var left = memory.Read<sbyte>(node.Left);
        var right = memory.Read<sbyte>(node.Right);
        var output = memory.Create<sbyte>(node.Output);
        var end = Requantization.Of(node, rounding);
        var (rows, columns, depth) = (node.Output.Shape[^2], node.Output.Shape[^1], node.Left.Shape[^1]);
        var (alongDepth, alongColumns) = node.TransposeRight ? (1, depth) : (columns, 1);
        var batches = OuterShape(node.Output);
        var leftBatches = Broadcasting.Indices(OuterShape(node.Left), batches);
        var rightBatches = Broadcasting.Indices(OuterShape(node.Right), batches);
        for (var at = 0; at < output.Length; at++)
        {
            var (batch, row, column) = (at / columns / rows, at / columns % rows, at % columns);
            var (l, r) = ((leftBatches[batch] * rows + row) * depth, rightBatches[batch] * depth * columns + column * alongColumns);
            var sum = 0;
            for (var k = 0; k < depth; k++)
                sum += (left[l + k] - node.Left.ZeroPoint) * (right[r + k * alongDepth] - node.Right.ZeroPoint);
            output[at] = end.Apply(sum);
        }
    }

    private static Shape OuterShape(Tensor tensor) => new(tensor.Shape.Dimensions.SkipLast(2).Select(extent => (long)extent));
}
