using Vta.Compiler.Tensors;

namespace Vta.Compiler.Operators.Convolution;

/// <summary>
/// What <see cref="ConvolutionReference"/> gives, for large shapes: each row of outputs is a product of matrices, the patches of the input with the
/// weights. Processors share the rows, vectors hold neighbouring output channels.
/// </summary>
public static class FastConvolution
{
    /// <inheritdoc cref="ConvolutionReference.Compute"/>
    public static Tensor Compute(ConvolutionShape shape, OutputStage stage, ConvolutionOperands operands, int accWidth, int outWidth)
    {
        var output = new Tensor(shape.Batch, shape.OutChannels, shape.OutHeight, shape.OutWidth);
        var arithmetic = new OutputArithmetic(stage, operands, accWidth, outWidth);
        int[][] weights = [.. Enumerable.Range(0, shape.Groups).Select(group => Weights(shape, operands.Kernel, group))];
        var (width, channels) = (VectorProduct.Rows(shape.OutWidth), VectorProduct.Columns(shape.OutChannelsOfGroup));
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
                    VectorProduct.Multiply(buffers.Patches, width, weights[group], channels, buffers.Sums);
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

    /// <summary>The weights of a group as (products, output channels), with zeros behind the channels.</summary>
    private static int[] Weights(ConvolutionShape shape, Tensor kernel, int group)
    {
        var (depth, channels) = (Depth(shape), VectorProduct.Columns(shape.OutChannelsOfGroup));
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
}
