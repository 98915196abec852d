using Vta.Compiler.Tensors;

namespace Vta.Compiler.Operators.Convolution;

/// <summary>The transposed convolution by its definition: each input adds its products to the outputs it reaches.</summary>
public static class TransposedConvolutionReference
{
    /// <param name="shape">The transposed convolution.</param>
    /// <param name="stage">What is done to its sums.</param>
    /// <param name="operands">What it is of.</param>
    /// <param name="accWidth">Bits that sums wrap at.</param>
    /// <param name="outWidth">Bits that results wrap at.</param>
    /// <returns>(Batch, OutChannels, OutHeight, OutWidth).</returns>
    public static Tensor Compute(TransposedConvolutionShape shape, OutputStage stage, ConvolutionOperands operands, int accWidth, int outWidth)
    {
        var output = new Tensor(shape.Batch, shape.OutChannels, shape.OutHeight, shape.OutWidth);
        var arithmetic = new OutputArithmetic(stage, operands, accWidth, outWidth);
        for (var batch = 0; batch < shape.Batch; batch++)
        {
            for (var channel = 0; channel < shape.OutChannels; channel++)
            {
                AddProducts(shape, operands, output, batch, channel);
                for (var y = 0; y < shape.OutHeight; y++)
                {
                    for (var x = 0; x < shape.OutWidth; x++)
                        output[batch, channel, y, x] = arithmetic.Finish(output[batch, channel, y, x], batch, channel, y, x);
                }
            }
        }
        return output;
    }

    private static void AddProducts(TransposedConvolutionShape shape, ConvolutionOperands operands, Tensor sums, int batch, int channel)
    {
        for (var inChannel = 0; inChannel < shape.InChannels; inChannel++)
        {
            for (var y = 0; y < shape.Height; y++)
            {
                for (var x = 0; x < shape.Width; x++)
                {
                    for (var dy = 0; dy < shape.KernelHeight; dy++)
                    {
                        for (var dx = 0; dx < shape.KernelWidth; dx++)
                        {
                            var row = y * shape.StrideHeight + dy - shape.PadHeight.Before;
                            var column = x * shape.StrideWidth + dx - shape.PadWidth.Before;
                            if (row >= 0 && row < shape.OutHeight && column >= 0 && column < shape.OutWidth)
                                sums[batch, channel, row, column] += operands.Input[batch, inChannel, y, x] * operands.Kernel[inChannel, channel, dy, dx];
                        }
                    }
                }
            }
        }
    }
}
