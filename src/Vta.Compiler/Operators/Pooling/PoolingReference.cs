using Vta.Compiler.Tensors;

namespace Vta.Compiler.Operators.Pooling;

/// <summary>Pooling in plain arithmetic, to check the others with.</summary>
public static class PoolingReference
{
    /// <param name="shape">The pooling.</param>
    /// <param name="input">(Batch, Channels, Height, Width).</param>
    /// <returns>(Batch, Channels, OutHeight, OutWidth).</returns>
    public static Tensor Compute(PoolingShape shape, Tensor input)
    {
        var output = new Tensor(shape.Batch, shape.Channels, shape.OutHeight, shape.OutWidth);
        for (var target = 0; target < output.Data.Length; target++)
        {
            var (line, x) = Math.DivRem(target, shape.OutWidth);
            var (plane, y) = Math.DivRem(line, shape.OutHeight);
            var window = Window(shape, input, plane, y * shape.StrideHeight - shape.PadHeight.Before, x * shape.StrideWidth - shape.PadWidth.Before);
            output.Data[target] = shape.Kind == PoolingKind.Max ? window.Max() : Average(window.Sum(), shape.KernelHeight * shape.KernelWidth);
        }
        return output;
    }

    private static int Average(int sum, int count) => (int)Math.Floor((sum + count / 2) / (double)count);

    private static IEnumerable<int> Window(PoolingShape shape, Tensor input, int plane, int top, int left)
    {
        for (var row = Math.Max(top, 0); row < Math.Min(top + shape.KernelHeight, shape.Height); row++)
        {
            for (var column = Math.Max(left, 0); column < Math.Min(left + shape.KernelWidth, shape.Width); column++)
                yield return input.Data[(plane * shape.Height + row) * shape.Width + column];
        }
    }
}
