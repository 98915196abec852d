using Vta.Isa;

namespace Vta.Compiler;

/// <summary>What 2D convolutions and poolings have in common: a window that goes over planes of Height by Width, Stride at a time.</summary>
public abstract record WindowShape
{
    /// <summary>Keeps arithmetic on shapes within 32 bits.</summary>
    internal const int MaxLength = 1 << 20;

    /// <summary>Images.</summary>
    public int Batch { get; init; } = 1;

    /// <summary>Rows of the input.</summary>
    public int Height { get; init; } = 1;

    /// <summary>Columns of the input.</summary>
    public int Width { get; init; } = 1;

    /// <summary>Rows of the window.</summary>
    public int KernelHeight { get; init; } = 1;

    /// <summary>Columns of the window.</summary>
    public int KernelWidth { get; init; } = 1;

    /// <summary>Rows of zeros before and after the input; of a transposed convolution, output rows cut off before the first and after the last.</summary>
    public int PadHeight { get; init; }

    /// <summary>Zeros before and after each row; of a transposed convolution, output columns cut off before the first and after the last.</summary>
    public int PadWidth { get; init; }

    /// <summary>Rows from one window to the next.</summary>
    public int StrideHeight { get; init; } = 1;

    /// <summary>Columns from one window to the next.</summary>
    public int StrideWidth { get; init; } = 1;

    /// <summary>Rows of the output.</summary>
    public abstract int OutHeight { get; }

    /// <summary>Columns of the output.</summary>
    public abstract int OutWidth { get; }

    /// <summary>The sizes, in words.</summary>
    private protected string Describe(int inChannels, int outChannels) =>
        $"{inChannels}x{Height}x{Width} to {outChannels}x{OutHeight}x{OutWidth}, "
        + $"kernel {KernelHeight}x{KernelWidth}, stride {StrideHeight}x{StrideWidth}";

    /// <summary>Positions of a window along an axis.</summary>
    private protected static int Windows(int length, int pad, int kernel, int stride) => (length + 2 * pad - kernel) / stride + 1;

    /// <exception cref="VtaInputException">A length is not positive, or too large.</exception>
    private protected void RequireLengths(params ReadOnlySpan<(string Name, int Value)> others)
    {
        foreach (var (name, value) in (ReadOnlySpan<(string, int)>)
        [
            ("batch", Batch), .. others, ("height", Height), ("width", Width), ("kernel height", KernelHeight), ("kernel width", KernelWidth),
            ("stride", Math.Min(StrideHeight, StrideWidth)),
        ])
        {
            if (value is < 1 or > MaxLength)
                throw new VtaInputException($"{name} is {value}; it has to be 1 to {MaxLength}");
        }
    }

    /// <exception cref="VtaInputException">A window is larger than the padded input, or within padding only.</exception>
    private protected void RequireWindows(int height, int width)
    {
        foreach (var (axis, pad, kernel, length) in (ReadOnlySpan<(string, int, int, int)>)
            [("height", PadHeight, KernelHeight, height), ("width", PadWidth, KernelWidth, width)])
        {
            if (pad < 0 || pad >= kernel)
                throw new VtaInputException($"padding of the {axis} is {pad}; "
                    + $"with a kernel of {kernel} it is 0 to {kernel - 1}, else outputs are of zeros only");
            if (kernel > length + 2 * pad)
                throw new VtaInputException($"the kernel's {axis} {kernel} is larger than the input's with padding, {length} + 2·{pad}");
        }
    }
}
