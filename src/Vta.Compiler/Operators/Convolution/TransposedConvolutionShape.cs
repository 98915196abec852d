using Vta.Compiler.Tensors;
using Vta.Isa;

namespace Vta.Compiler.Operators.Convolution;

/// <summary>
/// A transposed 2D convolution: input (Batch, InChannels, Height, Width), kernel (InChannels, OutChannels, KernelHeight, KernelWidth). Each
/// input adds a kernel's worth of products to the output, Stride apart; Pad rows and columns are cut off all around.
/// </summary>
public sealed record TransposedConvolutionShape : WindowShape
{
    public required int InChannels { get; init; }

    public required int OutChannels { get; init; }

    /// <summary>Rows added to the output after the last, less than a stride: outputs that a convolution of this stride leaves out too.</summary>
    public int OutputPadHeight { get; init; }

    /// <summary>Columns added to the output after the last, less than a stride.</summary>
    public int OutputPadWidth { get; init; }

    /// <inheritdoc/>
    public override int OutHeight => Outputs(Height, StrideHeight, KernelHeight, PadHeight, OutputPadHeight);

    /// <inheritdoc/>
    public override int OutWidth => Outputs(Width, StrideWidth, KernelWidth, PadWidth, OutputPadWidth);

    /// <summary>Multiplications and additions that the result needs, those that are cut off included.</summary>
    public long MultiplyAdds => (long)Batch * InChannels * Height * Width * OutChannels * KernelHeight * KernelWidth;

    /// <summary>This shape, when it is one.</summary>
    /// <exception cref="VtaInputException">A length is not positive or too large, or more is cut off than the kernel covers.</exception>
    public TransposedConvolutionShape Checked()
    {
        RequireLengths(("in channels", InChannels), ("out channels", OutChannels));
        RequireAxis("height", Height, StrideHeight, KernelHeight, PadHeight, OutputPadHeight, OutHeight);
        RequireAxis("width", Width, StrideWidth, KernelWidth, PadWidth, OutputPadWidth, OutWidth);
        AsConvolution().Checked();
        return this;
    }

    public override string ToString() => Describe(InChannels, OutChannels);

    /// <summary>The convolution of stride 1 that it is, over an input with zeros between, with its kernel turned by half a turn.</summary>
    public ConvolutionShape AsConvolution() => new()
    {
        Batch = Batch,
        InChannels = InChannels,
        OutChannels = OutChannels,
        Height = Height,
        Width = Width,
        InputDilationHeight = StrideHeight,
        InputDilationWidth = StrideWidth,
        KernelHeight = KernelHeight,
        KernelWidth = KernelWidth,
        PadHeight = new Padding(KernelHeight - 1 - PadHeight.Before, KernelHeight - 1 - PadHeight.After + OutputPadHeight),
        PadWidth = new Padding(KernelWidth - 1 - PadWidth.Before, KernelWidth - 1 - PadWidth.After + OutputPadWidth),
    };

    /// <summary>A kernel turned by half a turn, as (OutChannels, InChannels, KernelHeight, KernelWidth).</summary>
    internal Tensor TurnKernel(Tensor kernel)
    {
        var turned = new Tensor(OutChannels, InChannels, KernelHeight, KernelWidth);
        var taps = KernelHeight * KernelWidth;
        for (var source = 0; source < kernel.Data.Length; source++)
        {
            var (channels, tap) = Math.DivRem(source, taps);
            var (inChannel, outChannel) = Math.DivRem(channels, OutChannels);
            turned.Data[(outChannel * InChannels + inChannel) * taps + taps - 1 - tap] = kernel.Data[source];
        }
        return turned;
    }

    private static int Outputs(int length, int stride, int kernel, Padding pad, int outputPad) =>
        (int)((length - 1) * stride + kernel - pad.Sum + outputPad);

    private static void RequireAxis(string name, int length, int stride, int kernel, Padding pad, int outputPad, int outputs)
    {
        if ((long)length * stride > MaxLength)
            throw new VtaInputException($"{name} is {length} with a stride of {stride}; their product has to be at most {MaxLength}");
        if (outputPad < 0 || outputPad >= stride)
            throw new VtaInputException($"output padding of the {name} is {outputPad}; with a stride of {stride} it is 0 to {stride - 1}");
        var most = Math.Max(pad.Before, pad.After);
        if (most >= kernel || outputs < 1)
            throw new VtaInputException($"padding of the {name} is {most}; with a kernel of {kernel} it is 0 to {kernel - 1} "
                + "and has to leave an output");
    }
}
