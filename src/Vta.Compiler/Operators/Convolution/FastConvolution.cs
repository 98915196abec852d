using System.Numerics;
using Vta.Compiler.Tensors;

namespace Vta.Compiler.Operators.Convolution;

/// <summary>
/// What <see cref="ConvolutionReference"/> gives, for large shapes: each row of outputs is a product of matrices, the patches of the input with the
/// weights. Processors share the rows, vectors hold neighbouring output channels.
/// </summary>
public static class FastConvolution
{
    // Outputs and vectors of channels that are summed up at a time, in registers.
    private const int Columns = 4;
    private const int Vectors = 2;

    private static int ChannelStep => Vectors * Vector<int>.Count;

    /// <inheritdoc cref="ConvolutionReference.Compute"/>
    public static Tensor Compute(ConvolutionShape shape, OutputStage stage, ConvolutionOperands operands, int accWidth, int outWidth)
    {
        var output = new Tensor(shape.Batch, shape.OutChannels, shape.OutHeight, shape.OutWidth);
        var arithmetic = new OutputArithmetic(stage, operands, accWidth, outWidth);
        int[][] weights = [.. Enumerable.Range(0, shape.Groups).Select(group => Weights(shape, operands.Kernel, group))];
        var (width, channels) = (RoundUp(shape.OutWidth, Columns), RoundUp(shape.OutChannelsOfGroup, ChannelStep));
        Parallel.For(
            0,
            shape.Batch * shape.OutHeight,
            () => (Patches: new int[Depth(shape) * width], Sums: new int[width * channels]),
            (line, _, buffers) =>
            {
                var (batch, y) = Math.DivRem(line, shape.OutHeight);
                for (var group = 0; group < shape.Groups; group++)
                {
                    FillPatches(shape, operands.Input, batch, group, y, buffers.Patches, width);
                    Multiply(buffers.Patches, width, weights[group], channels, buffers.Sums);
                    for (var within = 0; within < shape.OutChannelsOfGroup; within++)
                    {
                        var channel = group * shape.OutChannelsOfGroup + within;
                        for (var x = 0; x < shape.OutWidth; x++)
                            output[batch, channel, y, x] = arithmetic.Finish(buffers.Sums[x * channels + within], batch, channel, y, x);
                    }
                }
                return buffers;
            },
            _ => { });
        return output;
    }

    /// <summary>Products of a sum.</summary>
    private static int Depth(ConvolutionShape shape) => shape.InChannelsOfGroup * shape.KernelHeight * shape.KernelWidth;

    private static int RoundUp(int length, int step) => BlockedLayout.Blocks(length, step) * step;

    /// <summary>The weights of a group as (products, output channels), with zeros behind the channels.</summary>
    private static int[] Weights(ConvolutionShape shape, Tensor kernel, int group)
    {
        var (depth, channels) = (Depth(shape), RoundUp(shape.OutChannelsOfGroup, ChannelStep));
        var weights = new int[depth * channels];
        for (var within = 0; within < shape.OutChannelsOfGroup; within++)
        {
            for (var product = 0; product < depth; product++)
                weights[product * channels + within] = kernel.Data[(group * shape.OutChannelsOfGroup + within) * depth + product];
        }
        return weights;
    }

    /// <summary>The inputs of a row of outputs as (products, columns), with zeros for padding.</summary>
    private static void FillPatches(ConvolutionShape shape, Tensor input, int batch, int group, int y, int[] patches, int width)
    {
        Array.Clear(patches);
        var product = 0;
        for (var within = 0; within < shape.InChannelsOfGroup; within++)
        {
            for (var dy = 0; dy < shape.KernelHeight; dy++)
            {
                var row = y * shape.StrideHeight + dy * shape.DilationHeight - shape.PadHeight.Before;
                for (var dx = 0; dx < shape.KernelWidth; dx++, product++)
                {
                    for (var x = 0; row >= 0 && row < shape.Height && x < shape.OutWidth; x++)
                    {
                        var column = x * shape.StrideWidth + dx * shape.DilationWidth - shape.PadWidth.Before;
                        if (column >= 0 && column < shape.Width)
                            patches[product * width + x] = input[batch, group * shape.InChannelsOfGroup + within, row, column];
                    }
                }
            }
        }
    }

    /// <summary>sums[x, channel] = Σ patches[product, x] · weights[product, channel].</summary>
    private static void Multiply(int[] patches, int width, int[] weights, int channels, int[] sums)
    {
        for (var channel = 0; channel < channels; channel += ChannelStep)
        {
            for (var x = 0; x < width; x += Columns)
            {
                Vector<int> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
                for (int patch = x, weight = channel; patch < patches.Length; patch += width, weight += channels)
                {
                    var (w0, w1) = (new Vector<int>(weights, weight), new Vector<int>(weights, weight + Vector<int>.Count));
                    var (a, b, c, d) = (patches[patch], patches[patch + 1], patches[patch + 2], patches[patch + 3]);
                    (a0, a1) = (a0 + w0 * a, a1 + w1 * a);
                    (b0, b1) = (b0 + w0 * b, b1 + w1 * b);
                    (c0, c1) = (c0 + w0 * c, c1 + w1 * c);
                    (d0, d1) = (d0 + w0 * d, d1 + w1 * d);
                }
                Store(a0, a1, x);
                Store(b0, b1, x + 1);
                Store(c0, c1, x + 2);
                Store(d0, d1, x + 3);

                void Store(Vector<int> first, Vector<int> second, int column)
                {
                    first.CopyTo(sums, column * channels + channel);
                    second.CopyTo(sums, column * channels + channel + Vector<int>.Count);
                }
            }
        }
    }
}
