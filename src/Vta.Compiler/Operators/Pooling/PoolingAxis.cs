using Vta.Compiler.LoopIr;

namespace Vta.Compiler.Operators.Pooling;

/// <summary>One axis of a tile of a pooling: which inputs it needs, and which of its outputs see an input at an offset of the window.</summary>
/// <param name="Length">Inputs.</param>
/// <param name="Window">Length of the window.</param>
/// <param name="Pad">Padding before and after.</param>
/// <param name="Stride">Inputs from one window to the next.</param>
/// <param name="Start">The tile's first output.</param>
/// <param name="Extent">The tile's outputs.</param>
internal sealed record PoolingAxis(int Length, int Window, Padding Pad, int Stride, Expr Start, Expr Extent)
{
    private bool IsPadded => Pad.Sum > 0;

    private Expr End => Start + Extent;

    private Expr LastWindow => (End - 1) * Stride - Pad.Before;

    /// <summary>The first input that the tile needs.</summary>
    internal Expr FirstInput => IsPadded ? Expr.Max(0, Start * Stride - Pad.Before) : Start * Stride;

    /// <summary>Inputs that the tile needs.</summary>
    internal Expr Inputs => IsPadded ? Expr.Min(Length, LastWindow + Window) - FirstInput : (Extent - 1) * Stride + Window;

    /// <summary>The first offset at which a window of the tile has an input.</summary>
    internal Expr FirstOffset => IsPadded ? Expr.Max(0, 0 - LastWindow) : 0;

    /// <summary>Offsets at which windows of the tile have inputs.</summary>
    internal Expr Offsets => IsPadded ? Expr.Min(Window, Length + Pad.Before - Start * Stride) - FirstOffset : Window;

    /// <summary>The first output, counted in the tile, with an input at an offset.</summary>
    internal Expr FirstOutput(Expr offset) => IsPadded ? Expr.Max(0, (Pad.Before - offset + (Stride - 1)) / Stride - Start) : 0;

    /// <summary>Outputs with an input at an offset.</summary>
    internal Expr Outputs(Expr offset) =>
        IsPadded ? Expr.Min(Extent, (Length - 1 + Pad.Before - offset) / Stride + 1 - Start) - FirstOutput(offset) : Extent;

    /// <summary>Where, in the tile's inputs, that of the first output is.</summary>
    internal Expr Input(Expr offset) => IsPadded ? (Start + FirstOutput(offset)) * Stride - Pad.Before + offset - FirstInput : offset;

    /// <summary>The most inputs that a tile of some outputs needs.</summary>
    internal static int MostInputs(int length, int window, int stride, int outputs) => Math.Min(length, (outputs - 1) * stride + window);
}
