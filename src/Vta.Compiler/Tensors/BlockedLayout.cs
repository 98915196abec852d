namespace Vta.Compiler.Tensors;

/// <summary>
/// The layout that VTA computes on: a tensor (A, B, H, W) as blocks (A/rows, B/columns, H, W, rows, columns), so that the two inner axes
/// are one element. Inputs are NCHW in blocks of BATCH×BLOCK_IN, kernels OIHW in BLOCK_OUT×BLOCK_IN, outputs NCHW in BATCH×BLOCK_OUT.
/// Axes that do not divide are filled up with zeros.
/// </summary>
public static class BlockedLayout
{
    /// <summary>Packs a tensor of four axes.</summary>
    /// <returns>The values of the six axes in row-major order.</returns>
    public static int[] Pack(Tensor tensor, int rows, int columns)
    {
        var packed = new int[Elements(tensor, rows, columns) * rows * columns];
        foreach (var (plain, blocked) in Positions(tensor, rows, columns))
            packed[blocked] = tensor.Data[plain];
        return packed;
    }

    /// <summary>Unpacks into a tensor of four axes; what filled its axes up is left out.</summary>
    public static void Unpack(ReadOnlySpan<int> packed, Tensor tensor, int rows, int columns)
    {
        foreach (var (plain, blocked) in Positions(tensor, rows, columns))
            tensor.Data[plain] = packed[blocked];
    }

    /// <summary>Blocks that a tensor takes.</summary>
    public static int Elements(Tensor tensor, int rows, int columns) =>
        Blocks(tensor.Shape[0], rows) * Blocks(tensor.Shape[1], columns) * tensor.Shape[2] * tensor.Shape[3];

    /// <summary>Blocks that an axis takes.</summary>
    public static int Blocks(int length, int block) => (length - 1) / block + 1;

    private static IEnumerable<(int Plain, int Blocked)> Positions(Tensor tensor, int rows, int columns)
    {
        var (height, width) = (tensor.Shape[2], tensor.Shape[3]);
        var columnBlocks = Blocks(tensor.Shape[1], columns);
        var plain = 0;
        for (var a = 0; a < tensor.Shape[0]; a++)
        {
            for (var b = 0; b < tensor.Shape[1]; b++)
            {
                var block = (a / rows * columnBlocks + b / columns) * height * width;
                var inner = a % rows * columns + b % columns;
                for (var position = 0; position < height * width; position++)
                    yield return (plain++, (block + position) * rows * columns + inner);
            }
        }
    }
}
