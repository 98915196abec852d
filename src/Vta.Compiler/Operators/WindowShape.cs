using Vta.Isa;

namespace Vta.Compiler.Operators;

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
    public Padding PadHeight { get; init; }

    /// <summary>Zeros before and after each row; of a transposed convolution, output columns cut off before the first and after the last.</summary>
    public Padding PadWidth { get; init; }

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
    private protected static int Windows(int length, Padding pad, int window, int stride) => (int)((length + pad.Sum - window) / stride + 1);

    /// <exception cref="VtaInputException">A length is not positive, or too large.</exception>
    private protected void RequireLengths(params ReadOnlySpan<(string Name, int Value)> others)
    {
        foreach (var (name, value) in (ReadOnlySpan<(string, int)>)
        [
            ("batch", Batch), .. others, ("height", Height), ("width", Width), ("kernel height", KernelHeight), ("kernel width", KernelWidth),
            ("stride", Math.Min(StrideHeight, StrideWidth)), ("stride", Math.Max(StrideHeight, StrideWidth)),
        ])
            RequireWithin(name, value, 1);
        foreach (var (axis, pad) in (ReadOnlySpan<(string, Padding)>)[("height", PadHeight), ("width", PadWidth)])
        {
            RequireWithin($"padding of the {axis}", pad.Before, 0);
            RequireWithin($"padding of the {axis}", pad.After, 0);
        }
    }

    /// <exception cref="VtaInputException">A window is larger than the padded input.</exception>
    private protected static void RequireWindow(string axis, long window, int length, Padding pad)
    {
        if (window > length + pad.Sum)
            throw new VtaInputException($"the kernel's {axis} {window} is larger than the input's with padding, {length} + {pad}");
    }

    private static void RequireWithin(string name, int value, int least)
    {
        if (value < least || value > MaxLength)
            throw new VtaInputException($"{name} is {value}; it has to be {least} to {MaxLength}");
    }
}
