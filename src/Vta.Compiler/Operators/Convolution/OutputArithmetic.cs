namespace Vta.Compiler.Operators.Convolution;

/// <summary>The output stage in plain arithmetic.</summary>
/// <param name="stage">What is done to sums.</param>
/// <param name="operands">Bias, shifts and residual.</param>
/// <param name="accWidth">Bits that sums wrap at.</param>
/// <param name="outWidth">Bits that results wrap at.</param>
internal sealed class OutputArithmetic(OutputStage stage, ConvolutionOperands operands, int accWidth, int outWidth)
{
    /// <summary>The result in channels that fill blocks up: of no products, and of zeros for bias, shift and residual.</summary>
    internal static int Filler(OutputStage stage, int accWidth, int outWidth) => Finish(stage, 0, 0, stage.HasChannelShifts ? 0 : stage.Shift, 0, accWidth, outWidth);

    /// <summary>What becomes of the sum for an output.</summary>
    internal int Finish(int sum, int batch, int channel, int row, int column) => Finish(
        stage,
        sum,
        stage.HasBias ? operands.Bias![0, channel, 0, 0] : 0,
        stage.HasChannelShifts ? operands.Shifts![0, channel, 0, 0] : stage.Shift,
        stage.HasResidual ? operands.Residual![batch, channel, row, column] : 0,
        accWidth,
        outWidth);

    private static int Finish(OutputStage stage, int sum, int bias, int shift, int residual, int accWidth, int outWidth)
    {
        var value = Wrap(sum + bias, accWidth) >> shift;
        value = Wrap(value + residual, accWidth);
        if (stage.Clip is { } clip)
            value = Math.Min(Math.Max(value, Wrap(clip.Min, accWidth)), Wrap(clip.Max, accWidth));
        return Wrap(value, outWidth);
    }

    private static int Wrap(int value, int width) => value << (32 - width) >> (32 - width);
}
