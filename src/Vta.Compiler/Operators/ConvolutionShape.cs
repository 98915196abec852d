using Vta.Isa;

namespace Vta.Compiler;

/// <summary>
/// A 2D convolution: input (Batch, InChannels, Height, Width), kernel (OutChannels, InChannels / Groups, KernelHeight, KernelWidth).
/// </summary>
public sealed record ConvolutionShape
{
    /// <summary>Keeps arithmetic on shapes within 32 bits.</summary>
    internal const int MaxLength = 1 << 20;

    public int Batch { get; init; } = 1;

    public required int InChannels { get; init; }

    public required int OutChannels { get; init; }

    /// <summary>Groups of neighbouring channels: outputs see the inputs of their group only. As many as channels is depthwise.</summary>
    public int Groups { get; init; } = 1;

    public int Height { get; init; } = 1;

    public int Width { get; init; } = 1;

    public int KernelHeight { get; init; } = 1;

    public int KernelWidth { get; init; } = 1;

    /// <summary>Rows of zeros before and after the input.</summary>
    public int PadHeight { get; init; }

    /// <summary>Zeros before and after each row of the input.</summary>
    public int PadWidth { get; init; }

    public int StrideHeight { get; init; } = 1;

    public int StrideWidth { get; init; } = 1;

    public int InChannelsOfGroup => InChannels / Groups;

    public int OutChannelsOfGroup => OutChannels / Groups;

    public int OutHeight => (Height + 2 * PadHeight - KernelHeight) / StrideHeight + 1;

    public int OutWidth => (Width + 2 * PadWidth - KernelWidth) / StrideWidth + 1;

    /// <summary>Multiplications and additions that the result needs.</summary>
    public long MultiplyAdds => (long)Batch * OutChannels * OutHeight * OutWidth * InChannelsOfGroup * KernelHeight * KernelWidth;

    /// <summary>This shape, when it is one.</summary>
    /// <exception cref="VtaInputException">A length is not positive, groups do not divide channels, or the kernel is larger than the padded input.</exception>
    public ConvolutionShape Checked()
    {
        (string Name, int Value)[] lengths =
        [
            ("batch", Batch), ("in channels", InChannels), ("out channels", OutChannels), ("groups", Groups), ("height", Height), ("width", Width),
            ("kernel height", KernelHeight), ("kernel width", KernelWidth), ("stride", Math.Min(StrideHeight, StrideWidth)),
        ];
        foreach (var (name, value) in lengths)
        {
            if (value is < 1 or > MaxLength)
                throw new VtaInputException($"{name} is {value}; it has to be 1 to {MaxLength}");
        }
        RequireGroups("in channels", InChannels);
        RequireGroups("out channels", OutChannels);
        RequirePadding("height", PadHeight, KernelHeight, Height);
        RequirePadding("width", PadWidth, KernelWidth, Width);
        return this;
    }

    private void RequireGroups(string name, int channels)
    {
        if (channels % Groups != 0)
            throw new VtaInputException($"{name} is {channels}; with {Groups} groups it has to be a multiple of {Groups}");
    }

    private static void RequirePadding(string axis, int pad, int kernel, int length)
    {
        if (pad < 0 || pad >= kernel)
            throw new VtaInputException($"padding of the {axis} is {pad}; "
                + $"with a kernel of {kernel} it is 0 to {kernel - 1}, else outputs are of zeros only");
        if (kernel > length + 2 * pad)
            throw new VtaInputException($"the kernel's {axis} {kernel} is larger than the input's with padding, {length} + 2·{pad}");
    }
}
