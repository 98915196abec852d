namespace Vta.Compiler;

/// <summary>The transposed convolution in plain arithmetic, by its definition: each input adds its products to the outputs it reaches.</summary>
public static class TransposedConvolutionReference
{
    /// <param name="shape">The transposed convolution.</param>
    /// <param name="stage">What is done to its sums.</param>
    /// <param name="input">(Batch, InChannels, Height, Width).</param>
    /// <param name="kernel">(InChannels, OutChannels, KernelHeight, KernelWidth).</param>
    /// <param name="bias">(OutChannels); not used when the stage has none.</param>
    /// <param name="accWidth">Bits that sums wrap at.</param>
    /// <param name="outWidth">Bits that results wrap at.</param>
    /// <returns>(Batch, OutChannels, OutHeight, OutWidth).</returns>
    public static Tensor Compute(
        TransposedConvolutionShape shape, OutputStage stage, Tensor input, Tensor kernel, Tensor? bias, int accWidth, int outWidth)
    {
        var output = new Tensor(shape.Batch, shape.OutChannels, shape.OutHeight, shape.OutWidth);
        var plane = shape.OutHeight * shape.OutWidth;
        for (var source = 0; source < input.Data.Length; source++)
        {
            var (line, x) = Math.DivRem(source, shape.Width);
            var (inPlane, y) = Math.DivRem(line, shape.Height);
            var (batch, inChannel) = Math.DivRem(inPlane, shape.InChannels);
            for (var channel = 0; channel < shape.OutChannels; channel++)
            {
                AddProducts(
                    shape, input.Data[source], y, x, kernel, inChannel * shape.OutChannels + channel,
                    output.Data.AsSpan((batch * shape.OutChannels + channel) * plane, plane));
            }
        }
        for (var index = 0; index < output.Data.Length; index++)
        {
            var channel = index / plane % shape.OutChannels;
            output.Data[index] = ConvolutionReference.Finish(stage, output.Data[index], bias?.Data[channel] ?? 0, accWidth, outWidth);
        }
        return output;
    }

    private static void AddProducts(
        TransposedConvolutionShape shape, int value, int y, int x, Tensor kernel, int kernelPlane, Span<int> sums)
    {
        for (var dy = 0; dy < shape.KernelHeight; dy++)
        {
            var row = y * shape.StrideHeight + dy - shape.PadHeight;
            if (row < 0 || row >= shape.OutHeight)
                continue;
            for (var dx = 0; dx < shape.KernelWidth; dx++)
            {
                var column = x * shape.StrideWidth + dx - shape.PadWidth;
                if (column >= 0 && column < shape.OutWidth)
                    sums[row * shape.OutWidth + column] += value * kernel.Data[(kernelPlane * shape.KernelHeight + dy) * shape.KernelWidth + dx];
            }
        }
    }
}
