using Vta.Compiler.Tensors;

namespace Vta.Compiler.Operators.Convolution;

/// <summary>The convolution by its definition, to check all others with: one output after the other, each the sum of its products.</summary>
public static class ConvolutionReference
{
    /// <param name="shape">The convolution.</param>
    /// <param name="stage">What is done to its sums.</param>
    /// <param name="operands">What it is of.</param>
    /// <param name="accWidth">Bits that sums wrap at.</param>
    /// <param name="outWidth">Bits that results wrap at.</param>
    /// <returns>(Batch, OutChannels, OutHeight, OutWidth).</returns>
    public static Tensor Compute(ConvolutionShape shape, OutputStage stage, ConvolutionOperands operands, int accWidth, int outWidth)
    {
        var output = new Tensor(shape.Batch, shape.OutChannels, shape.OutHeight, shape.OutWidth);
        var arithmetic = new OutputArithmetic(stage, operands, accWidth, outWidth);
        for (var batch = 0; batch < shape.Batch; batch++)
        {
            for (var channel = 0; channel < shape.OutChannels; channel++)
            {
                for (var y = 0; y < shape.OutHeight; y++)
                {
                    for (var x = 0; x < shape.OutWidth; x++)
                        output[batch, channel, y, x] = arithmetic.Finish(Sum(shape, operands, batch, channel, y, x), batch, channel, y, x);
                }
            }
        }
        return output;
    }

    private static int Sum(ConvolutionShape shape, ConvolutionOperands operands, int batch, int channel, int y, int x)
    {
        var sum = 0;
        var firstInChannel = channel / shape.OutChannelsOfGroup * shape.InChannelsOfGroup;
        for (var inChannel = 0; inChannel < shape.InChannelsOfGroup; inChannel++)
        {
            for (var dy = 0; dy < shape.KernelHeight; dy++)
            {
                for (var dx = 0; dx < shape.KernelWidth; dx++)
                {
                    var row = y * shape.StrideHeight + dy * shape.DilationHeight - shape.PadHeight.Before;
                    var column = x * shape.StrideWidth + dx * shape.DilationWidth - shape.PadWidth.Before;
                    if (row >= 0 && row < shape.Height && column >= 0 && column < shape.Width)
                        sum += operands.Input[batch, firstInChannel + inChannel, row, column] * operands.Kernel[channel, inChannel, dy, dx];
                }
            }
        }
        return sum;
    }
}
