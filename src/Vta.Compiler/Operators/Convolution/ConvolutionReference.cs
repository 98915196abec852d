namespace Vta.Compiler;

/// <summary>The convolution in plain arithmetic, to check the others with.</summary>
public static class ConvolutionReference
{
    /// <param name="shape">The convolution.</param>
    /// <param name="stage">What is done to its sums.</param>
    /// <param name="input">(Batch, InChannels, Height, Width).</param>
    /// <param name="kernel">(OutChannels, InChannels / Groups, KernelHeight, KernelWidth).</param>
    /// <param name="bias">(OutChannels); not used when the stage has none.</param>
    /// <param name="accWidth">Bits that sums wrap at.</param>
    /// <param name="outWidth">Bits that results wrap at.</param>
    /// <returns>(Batch, OutChannels, OutHeight, OutWidth).</returns>
    public static Tensor Compute(
        ConvolutionShape shape, OutputStage stage, Tensor input, Tensor kernel, Tensor? bias, int accWidth, int outWidth)
    {
        var output = new Tensor(shape.Batch, shape.OutChannels, shape.OutHeight, shape.OutWidth);
        var plane = shape.OutHeight * shape.OutWidth;
        for (var batch = 0; batch < shape.Batch; batch++)
        {
            for (var channel = 0; channel < shape.OutChannels; channel++)
            {
                var sums = output.Data.AsSpan((batch * shape.OutChannels + channel) * plane, plane);
                AddProducts(shape, input, kernel, batch, channel, sums);
                foreach (ref var sum in sums)
                    sum = Finish(stage, sum, bias?.Data[channel] ?? 0, accWidth, outWidth);
            }
        }
        return output;
    }

    private static void AddProducts(ConvolutionShape shape, Tensor input, Tensor kernel, int batch, int channel, Span<int> sums)
    {
        var group = channel / shape.OutChannelsOfGroup;
        for (var inChannel = 0; inChannel < shape.InChannelsOfGroup; inChannel++)
        {
            for (var dy = 0; dy < shape.KernelHeight; dy++)
            {
                for (var dx = 0; dx < shape.KernelWidth; dx++)
                {
                    var weight = kernel.Data[((channel * shape.InChannelsOfGroup + inChannel) * shape.KernelHeight + dy) * shape.KernelWidth + dx];
                    // The outputs whose column lies inside the input.
                    var first = Math.Max(0, (shape.PadWidth - dx + shape.StrideWidth - 1) / shape.StrideWidth);
                    var last = Math.Min(shape.OutWidth - 1, (shape.Width - 1 + shape.PadWidth - dx) / shape.StrideWidth);
                    for (var y = 0; y < shape.OutHeight; y++)
                    {
                        var row = y * shape.StrideHeight + dy - shape.PadHeight;
                        if (row < 0 || row >= shape.Height)
                            continue;
                        var source = ((batch * shape.InChannels + group * shape.InChannelsOfGroup + inChannel) * shape.Height + row) * shape.Width + dx - shape.PadWidth;
                        for (var x = first; x <= last; x++)
                            sums[y * shape.OutWidth + x] += weight * input.Data[source + x * shape.StrideWidth];
                    }
                }
            }
        }
    }

    /// <summary>The result in channels that fill blocks up: of no products and no bias.</summary>
    internal static int Filler(OutputStage stage, int accWidth, int outWidth) => Finish(stage, 0, 0, accWidth, outWidth);

    /// <summary>What the output stage makes of a sum.</summary>
    internal static int Finish(OutputStage stage, int sum, int bias, int accWidth, int outWidth)
    {
        var value = Wrap(sum + (stage.HasBias ? bias : 0), accWidth) >> stage.Shift;
        if (stage.Clip is { } clip)
            value = Math.Min(Math.Max(value, Wrap(clip.Min, accWidth)), Wrap(clip.Max, accWidth));
        return Wrap(value, outWidth);
    }

    private static int Wrap(int value, int width) => value << (32 - width) >> (32 - width);
}
