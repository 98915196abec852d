using System.Numerics;

namespace Vta.Compiler;

/// <summary>
/// What <see cref="ConvolutionReference"/> gives, for large shapes: rows of outputs are shared by all processors, and vectors hold
/// neighbouring output channels.
/// </summary>
public static class FastConvolution
{
    /// <inheritdoc cref="ConvolutionReference.Compute"/>
    public static Tensor Compute(ConvolutionShape shape, OutputStage stage, ConvolutionOperands operands, int accWidth, int outWidth)
    {
        var output = new Tensor(shape.Batch, shape.OutChannels, shape.OutHeight, shape.OutWidth);
        var arithmetic = new OutputArithmetic(stage, operands, accWidth, outWidth);
        var kernel = OutChannelsInnermost(shape, operands.Kernel);
        Parallel.For(0, shape.Batch * shape.OutHeight, line =>
        {
            var (batch, y) = Math.DivRem(line, shape.OutHeight);
            var sums = Sums(shape, operands.Input, kernel, batch, y);
            for (var channel = 0; channel < shape.OutChannels; channel++)
            {
                for (var x = 0; x < shape.OutWidth; x++)
                    output[batch, channel, y, x] = arithmetic.Finish(sums[x * shape.OutChannels + channel], batch, channel, y, x);
            }
        });
        return output;
    }

    /// <summary>The sums of a row of outputs, as (OutWidth, OutChannels).</summary>
    private static int[] Sums(ConvolutionShape shape, Tensor input, int[] kernel, int batch, int y)
    {
        var sums = new int[shape.OutWidth * shape.OutChannels];
        var channels = shape.OutChannelsOfGroup;
        for (var dy = 0; dy < shape.KernelHeight; dy++)
        {
            var row = y * shape.StrideHeight + dy * shape.DilationHeight - shape.PadHeight.Before;
            if (row < 0 || row >= shape.Height)
                continue;
            for (var dx = 0; dx < shape.KernelWidth; dx++)
            {
                var tap = (dy * shape.KernelWidth + dx) * shape.InChannels;
                for (var inChannel = 0; inChannel < shape.InChannels; inChannel++)
                {
                    var group = inChannel / shape.InChannelsOfGroup;
                    var weights = kernel.AsSpan((tap + inChannel) * channels, channels);
                    for (var x = 0; x < shape.OutWidth; x++)
                    {
                        var column = x * shape.StrideWidth + dx * shape.DilationWidth - shape.PadWidth.Before;
                        if (column >= 0 && column < shape.Width)
                            AddProducts(sums.AsSpan(x * shape.OutChannels + group * channels, channels), input[batch, inChannel, row, column], weights);
                    }
                }
            }
        }
        return sums;
    }

    private static void AddProducts(Span<int> sums, int value, ReadOnlySpan<int> weights)
    {
        var index = 0;
        for (; index <= sums.Length - Vector<int>.Count; index += Vector<int>.Count)
            (new Vector<int>(sums[index..]) + new Vector<int>(weights[index..]) * value).CopyTo(sums[index..]);
        for (; index < sums.Length; index++)
            sums[index] += value * weights[index];
    }

    /// <summary>The kernel as (KernelHeight, KernelWidth, InChannels, OutChannels of a group).</summary>
    private static int[] OutChannelsInnermost(ConvolutionShape shape, Tensor kernel)
    {
        var turned = new int[kernel.Data.Length];
        var channels = shape.OutChannelsOfGroup;
        for (var channel = 0; channel < shape.OutChannels; channel++)
        {
            var (group, within) = Math.DivRem(channel, channels);
            for (var inChannel = 0; inChannel < shape.InChannelsOfGroup; inChannel++)
            {
                for (var dy = 0; dy < shape.KernelHeight; dy++)
                {
                    for (var dx = 0; dx < shape.KernelWidth; dx++)
                    {
                        var place = (dy * shape.KernelWidth + dx) * shape.InChannels + group * shape.InChannelsOfGroup + inChannel;
                        turned[place * channels + within] = kernel[channel, inChannel, dy, dx];
                    }
                }
            }
        }
        return turned;
    }
}
