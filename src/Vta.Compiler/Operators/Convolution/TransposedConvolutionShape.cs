using Vta.Isa;

namespace Vta.Compiler;

/// <summary>
/// A transposed 2D convolution: input (Batch, InChannels, Height, Width), kernel (InChannels, OutChannels, KernelHeight, KernelWidth). Each
/// input adds a kernel's worth of products to the output, Stride apart; Pad rows and columns are cut off all around.
/// </summary>
public sealed record TransposedConvolutionShape : WindowShape
{
    public required int InChannels { get; init; }

    public required int OutChannels { get; init; }

    /// <inheritdoc/>
    public override int OutHeight => (Height - 1) * StrideHeight + KernelHeight - 2 * PadHeight;

    /// <inheritdoc/>
    public override int OutWidth => (Width - 1) * StrideWidth + KernelWidth - 2 * PadWidth;

    /// <summary>Multiplications and additions that the result needs, those that are cut off included.</summary>
    public long MultiplyAdds => (long)Batch * InChannels * Height * Width * OutChannels * KernelHeight * KernelWidth;

    /// <summary>This shape, when it is one.</summary>
    /// <exception cref="VtaInputException">A length is not positive or too large, or more is cut off than the kernel covers.</exception>
    public TransposedConvolutionShape Checked()
    {
        foreach (var (name, length, stride) in ((string, int, int)[])[("height", Height, StrideHeight), ("width", Width, StrideWidth)])
        {
            if (length < 1 || stride < 1 || (long)length * stride > MaxLength)
                throw new VtaInputException($"{name} is {length} with a stride of {stride}; both have to be at least 1 "
                    + $"and their product at most {MaxLength}");
        }
        foreach (var (name, pad, kernel, length) in ((string, int, int, int)[])
            [("height", PadHeight, KernelHeight, OutHeight), ("width", PadWidth, KernelWidth, OutWidth)])
        {
            if (pad < 0 || pad >= kernel || length < 1)
                throw new VtaInputException($"padding of the {name} is {pad}; with a kernel of {kernel} it is 0 to {kernel - 1} "
                    + "and has to leave an output");
        }
        AsConvolution().Checked();
        return this;
    }

    public override string ToString() => Describe(InChannels, OutChannels);

    /// <summary>The convolution of stride 1 that it is, over an input with zeros between, with the kernel of <see cref="TurnKernel"/>.</summary>
    internal ConvolutionShape AsConvolution() => new()
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
        PadHeight = KernelHeight - 1 - PadHeight,
        PadWidth = KernelWidth - 1 - PadWidth,
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
}
