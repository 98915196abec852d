using Vta.Isa;

namespace Vta.Compiler.Operators.Convolution;

/// <summary>
/// A 2D convolution: input (Batch, InChannels, Height, Width), kernel (OutChannels, InChannels / Groups, KernelHeight, KernelWidth).
/// </summary>
public sealed record ConvolutionShape : WindowShape
{
    public required int InChannels { get; init; }

    public required int OutChannels { get; init; }

    /// <summary>Groups of neighbouring channels: outputs see the inputs of their group only. As many as channels is depthwise.</summary>
    public int Groups { get; init; } = 1;

    /// <summary>Input rows from one row of the kernel to the next.</summary>
    public int DilationHeight { get; init; } = 1;

    /// <summary>Input columns from one column of the kernel to the next.</summary>
    public int DilationWidth { get; init; } = 1;

    /// <summary>Rows from one input row to the next, of zeros that are neither in memory nor multiplied; beyond 1 stride and dilation are 1.</summary>
    internal int InputDilationHeight { get; init; } = 1;

    /// <summary>As <see cref="InputDilationHeight"/>, for columns.</summary>
    internal int InputDilationWidth { get; init; } = 1;

    public int InChannelsOfGroup => InChannels / Groups;

    public int OutChannelsOfGroup => OutChannels / Groups;

    /// <inheritdoc/>
    public override int OutHeight => Windows(DilatedHeight, PadHeight, WindowHeight, StrideHeight);

    /// <inheritdoc/>
    public override int OutWidth => Windows(DilatedWidth, PadWidth, WindowWidth, StrideWidth);

    /// <summary>Multiplications and additions that the result needs.</summary>
    public long MultiplyAdds => (long)Batch * OutChannels * OutHeight * OutWidth * InChannelsOfGroup * KernelHeight * KernelWidth;

    private int WindowHeight => (KernelHeight - 1) * DilationHeight + 1;

    private int WindowWidth => (KernelWidth - 1) * DilationWidth + 1;

    private int DilatedHeight => (Height - 1) * InputDilationHeight + 1;

    private int DilatedWidth => (Width - 1) * InputDilationWidth + 1;

    /// <summary>This shape, when it is one.</summary>
    /// <exception cref="VtaInputException">A length is not positive, groups do not divide channels, or the kernel is larger than the padded input.</exception>
    public ConvolutionShape Checked()
    {
        RequireLengths(
            ("in channels", InChannels), ("out channels", OutChannels), ("groups", Groups),
            ("dilation", Math.Min(DilationHeight, DilationWidth)), ("dilation", Math.Max(DilationHeight, DilationWidth)));
        RequireGroups("in channels", InChannels);
        RequireGroups("out channels", OutChannels);
        RequireWindow("height", (KernelHeight - 1L) * DilationHeight + 1, DilatedHeight, PadHeight);
        RequireWindow("width", (KernelWidth - 1L) * DilationWidth + 1, DilatedWidth, PadWidth);
        return this;
    }

    public override string ToString() => Describe(InChannels, OutChannels)
        + (DilationHeight * DilationWidth > 1 ? $", dilation {DilationHeight}x{DilationWidth}" : "")
        + (Groups > 1 ? $", {Groups} groups" : "");

    private void RequireGroups(string name, int channels)
    {
        if (channels % Groups != 0)
            throw new VtaInputException($"{name} is {channels}; with {Groups} groups it has to be a multiple of {Groups}");
    }
}
