using Vta.Isa;

namespace Vta.Compiler.Operators.Pooling;

/// <summary>A 2D pooling of each channel by itself: input (Batch, Channels, Height, Width), output (Batch, Channels, OutHeight, OutWidth).</summary>
public sealed record PoolingShape : WindowShape
{
    public required int Channels { get; init; }

    /// <summary>What becomes of the numbers in a window.</summary>
    public required PoolingKind Kind { get; init; }

    /// <inheritdoc/>
    public override int OutHeight => Windows(Height, PadHeight, KernelHeight, StrideHeight);

    /// <inheritdoc/>
    public override int OutWidth => Windows(Width, PadWidth, KernelWidth, StrideWidth);

    /// <summary>This shape, when it is one.</summary>
    /// <exception cref="VtaInputException">A length is not positive, padding is more than half the window, or the window larger than the padded input.</exception>
    public PoolingShape Checked()
    {
        RequireLengths(("channels", Channels));
        foreach (var (axis, pad, kernel, length) in (ReadOnlySpan<(string, Padding, int, int)>)
            [("height", PadHeight, KernelHeight, Height), ("width", PadWidth, KernelWidth, Width)])
        {
            var most = Math.Max(pad.Before, pad.After);
            if (most > kernel / 2)
                throw new VtaInputException($"padding of the {axis} is {most}; of a window of {kernel} it is at most half, 0 to {kernel / 2}");
            RequireWindow(axis, kernel, length, pad);
        }
        return this;
    }

    public override string ToString() => Describe(Channels, Channels);
}
