using Vta.Compiler.Tensors;

namespace Vta.Compiler.Operators.Convolution;

/// <summary>
/// What <see cref="TransposedConvolutionReference"/> gives, for large shapes: a row of inputs by a row of the kernel is a product of matrices, whose
/// columns are added to the outputs that they reach. Processors share the rows of outputs.
/// </summary>
public static class FastTransposedConvolution
{
    /// <inheritdoc cref="TransposedConvolutionReference.Compute"/>
    public static Tensor Compute(TransposedConvolutionShape shape, OutputStage stage, ConvolutionOperands operands, int accWidth, int outWidth)
    {
        var output = new Tensor(shape.Batch, shape.OutChannels, shape.OutHeight, shape.OutWidth);
        var arithmetic = new OutputArithmetic(stage, operands, accWidth, outWidth);
        int[][] weights = [.. Enumerable.Range(0, shape.KernelHeight).Select(dy => Weights(shape, operands.Kernel, dy))];
        var (width, taps) = (VectorProduct.Rows(shape.Width), VectorProduct.Columns(shape.KernelWidth * shape.OutChannels));
        Parallel.For(
            0,
            shape.Batch * shape.OutHeight,
            () => (Inputs: new int[shape.InChannels * width], Products: new int[width * taps], Sums: new int[shape.OutChannels * shape.OutWidth]),
            (line, _, buffers) =>
            {
                var (batch, y) = Math.DivRem(line, shape.OutHeight);
                Array.Clear(buffers.Sums);
                for (var dy = 0; dy < shape.KernelHeight; dy++)
                {
                    var row = y + shape.PadHeight.Before - dy;
                    if (row < 0 || row % shape.StrideHeight != 0 || row / shape.StrideHeight >= shape.Height)
                        continue;
                    FillInputs(shape, operands.Input, batch, row / shape.StrideHeight, buffers.Inputs, width);
                    VectorProduct.Multiply(buffers.Inputs, width, weights[dy], taps, buffers.Products);
                    AddProducts(shape, buffers.Products, taps, buffers.Sums);
                }
                for (var channel = 0; channel < shape.OutChannels; channel++)
                {
                    for (var x = 0; x < shape.OutWidth; x++)
                        output[batch, channel, y, x] = arithmetic.Finish(buffers.Sums[channel * shape.OutWidth + x], batch, channel, y, x);
                }
                return buffers;
            },
            _ => { });
        return output;
    }

    /// <summary>A row of the kernel as (input channels, taps and output channels), with zeros behind.</summary>
    private static int[] Weights(TransposedConvolutionShape shape, Tensor kernel, int dy)
    {
        var taps = VectorProduct.Columns(shape.KernelWidth * shape.OutChannels);
        var weights = new int[shape.InChannels * taps];
        for (var inChannel = 0; inChannel < shape.InChannels; inChannel++)
        {
            for (var dx = 0; dx < shape.KernelWidth; dx++)
            {
                for (var channel = 0; channel < shape.OutChannels; channel++)
                    weights[inChannel * taps + dx * shape.OutChannels + channel] = kernel[inChannel, channel, dy, dx];
            }
        }
        return weights;
    }

    /// <summary>A row of the input as (input channels, columns).</summary>
    private static void FillInputs(TransposedConvolutionShape shape, Tensor input, int batch, int row, int[] inputs, int width)
    {
        for (var inChannel = 0; inChannel < shape.InChannels; inChannel++)
        {
            for (var x = 0; x < shape.Width; x++)
                inputs[inChannel * width + x] = input[batch, inChannel, row, x];
        }
    }

    /// <summary>Adds the products of each input, a tap after the other, where they belong.</summary>
    private static void AddProducts(TransposedConvolutionShape shape, int[] products, int taps, int[] sums)
    {
        for (var x = 0; x < shape.Width; x++)
        {
            for (var dx = 0; dx < shape.KernelWidth; dx++)
            {
                var column = x * shape.StrideWidth + dx - shape.PadWidth.Before;
                for (var channel = 0; column >= 0 && column < shape.OutWidth && channel < shape.OutChannels; channel++)
                    sums[channel * shape.OutWidth + column] += products[x * taps + dx * shape.OutChannels + channel];
            }
        }
    }
}
