using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Host;

/// <summary>Tensors side by side along an axis.</summary>
internal static class Concatenation
{
    internal static void Run(Concat node, TensorMemory memory)
    {
        var output = memory.Create<byte>(node.Output);
        var stride = RowBytes(node.Output, node.Axis);
        var column = 0;
        foreach (var part in node.Parts)
        {
            var source = memory.Bytes(part);
            var bytes = RowBytes(part, node.Axis);
            for (var row = 0; row * bytes < source.Length; row++)
                source.Slice(row * bytes, bytes).CopyTo(output[(row * stride + column)..]);
            column += bytes;
        }
    }

    private static int RowBytes(Tensor tensor, int axis) =>
        tensor.Shape.Dimensions.Skip(axis).Aggregate(tensor.Type.Bytes(), (product, extent) => product * extent);
}
