namespace Vta.Compiler;

/// <summary>
/// One spatial axis of a convolution: which inputs a tile of outputs needs, and which taps of the kernel each output sees. Where the input is
/// dilated, outputs come in <paramref name="Dilation"/> phases: those of a phase see every Dilation-th tap, since between inputs there is nothing.
/// </summary>
/// <param name="Length">Inputs.</param>
/// <param name="Outputs">Outputs.</param>
/// <param name="Kernel">Taps.</param>
/// <param name="Pad">Zeros before the first and after the last input.</param>
/// <param name="Stride">Inputs from one output to the next.</param>
/// <param name="Dilation">Places from one input to the next, zeros between; 1 where there are none, else <paramref name="Stride"/> is 1.</param>
/// <param name="Step">Inputs from one that is loaded to the next.</param>
internal sealed record ConvolutionAxis(int Length, int Outputs, int Kernel, int Pad, int Stride, int Dilation, int Step)
{
    /// <summary>Loaded inputs from one output of a phase to the next.</summary>
    internal int LoadedStride => Stride / Step;

    /// <summary>Inputs that the outputs of one place in all phases need, padding included.</summary>
    private int Span => 1 + (Dilation + Kernel - 2 - Pad) / Dilation + Pad / Dilation;

    /// <summary>The phases that see a tap.</summary>
    internal IReadOnlyList<ConvolutionPhase> Phases { get; } =
        [.. Enumerable.Range(0, Dilation).Select(phase => ConvolutionPhase.Of(phase, Kernel, Pad, Dilation)).Where(phase => phase.Taps > 0)];

    /// <summary>Products of all outputs with one tap each, zeros between inputs left out.</summary>
    internal long Taps => Phases.Sum(phase => (long)phase.Taps * ((Outputs + (Dilation - 1 - phase.Index)) / Dilation));

    /// <summary>Whether tiles of a length begin with the first phase.</summary>
    internal bool IsPossible(int block) => block == Outputs || block % Dilation == 0;

    /// <summary>The first input that a tile needs; below 0 in padding.</summary>
    internal Expr FirstInput(Expr start) => start / Dilation * Stride - Pad / Dilation;

    /// <inheritdoc cref="FirstInput(Expr)"/>
    internal int FirstInput(int start) => start / Dilation * Stride - Pad / Dilation;

    /// <summary>Loaded inputs, padding included, for a number of outputs.</summary>
    internal Expr Inputs(Expr outputs) => (OfPhase(outputs, 0) - 1) * LoadedStride + Span;

    /// <inheritdoc cref="Inputs(Expr)"/>
    internal int Inputs(int outputs) => (BlockedLayout.Blocks(outputs, Dilation) - 1) * LoadedStride + Span;

    /// <summary>Outputs of a phase in a tile.</summary>
    internal Expr OfPhase(Expr outputs, int phase) => (outputs + (Dilation - 1 - phase)) / Dilation;
}

/// <summary>Outputs that see the same taps.</summary>
/// <param name="Index">The first of them in a tile.</param>
/// <param name="FirstTap">The first tap that falls on an input.</param>
/// <param name="Taps">How many taps do.</param>
/// <param name="FirstInput">Where in the tile the first output finds the input for its first tap.</param>
internal readonly record struct ConvolutionPhase(int Index, int FirstTap, int Taps, int FirstInput)
{
    internal static ConvolutionPhase Of(int index, int kernel, int pad, int dilation)
    {
        var firstTap = (pad - index + dilation) % dilation;
        var taps = firstTap < kernel ? (kernel - 1 - firstTap) / dilation + 1 : 0;
        return new ConvolutionPhase(index, firstTap, taps, (index - pad + firstTap) / dilation + pad / dilation);
    }
}
