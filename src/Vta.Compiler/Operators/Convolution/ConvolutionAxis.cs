using Vta.Compiler.LoopIr;
using Vta.Compiler.Tensors;

namespace Vta.Compiler.Operators.Convolution;

/// <summary>
/// One spatial axis of a convolution: which inputs a tile of outputs needs for a block of taps, and which taps of the kernel each output sees. Where
/// the input is dilated, outputs come in <paramref name="InputDilation"/> phases: those of a phase see every InputDilation-th tap, since between inputs
/// there is nothing.
/// </summary>
/// <param name="Length">Inputs.</param>
/// <param name="Outputs">Outputs.</param>
/// <param name="Kernel">Taps.</param>
/// <param name="Pad">Zeros before the first input.</param>
/// <param name="Stride">Inputs from one output to the next.</param>
/// <param name="TapDilation">Inputs from one tap to the next.</param>
/// <param name="InputDilation">Places from one input to the next, zeros between; 1 where there are none, else stride and tap dilation are 1.</param>
/// <param name="Step">Inputs from one that is loaded to the next.</param>
internal sealed record ConvolutionAxis(int Length, int Outputs, int Kernel, int Pad, int Stride, int TapDilation, int InputDilation, int Step)
{
    /// <summary>Loaded inputs from one output of a phase to the next.</summary>
    internal int LoadedStride => Stride / Step;

    /// <summary>Zeros that loads put before the first input.</summary>
    internal int LoadedPad => Pad / InputDilation;

    /// <summary>The most zeros that a load puts on one side.</summary>
    internal int MostLoadedPad => Math.Max(LoadedPad, FirstInput((Outputs - 1) / InputDilation * InputDilation, 0) + Inputs(1, Kernel) - Length);

    /// <summary>The phases that see a tap.</summary>
    internal IReadOnlyList<ConvolutionPhase> Phases { get; } =
        [.. Enumerable.Range(0, InputDilation).Select(phase => ConvolutionPhase.Of(phase, Pad, InputDilation)).Where(phase => phase.FirstTap < Kernel)];

    /// <summary>Products of all outputs with one tap each, zeros between inputs left out.</summary>
    internal long Products => Phases.Sum(phase => (long)phase.Taps(Kernel) * ((Outputs + (InputDilation - 1 - phase.Index)) / InputDilation));

    /// <summary>Whether tiles of a length begin with the first phase.</summary>
    internal bool IsPossible(int block) => block == Outputs || block % InputDilation == 0;

    /// <summary>Whether blocks of taps of a length begin with the first tap of a phase.</summary>
    internal bool IsPossibleKernel(int block) => block == Kernel || block % InputDilation == 0;

    /// <summary>The first input that a tile needs for taps from <paramref name="firstTap"/> on; below 0 in padding.</summary>
    internal Expr FirstInput(Expr start, Expr firstTap) => start / InputDilation * Stride - LoadedPad + firstTap / InputDilation * TapDilation;

    /// <inheritdoc cref="FirstInput(Expr, Expr)"/>
    internal int FirstInput(int start, int firstTap) => start / InputDilation * Stride - LoadedPad + firstTap / InputDilation * TapDilation;

    /// <summary>Loaded inputs, padding included, for a number of outputs and taps.</summary>
    internal Expr Inputs(Expr outputs, Expr taps) =>
        (OfPhase(outputs, 0) - 1) * LoadedStride + (taps + (InputDilation - 2 - Pad % InputDilation)) / InputDilation * TapDilation + 1;

    /// <inheritdoc cref="Inputs(Expr, Expr)"/>
    internal int Inputs(int outputs, int taps) =>
        (BlockedLayout.Blocks(outputs, InputDilation) - 1) * LoadedStride + (taps + InputDilation - 2 - Pad % InputDilation) / InputDilation * TapDilation + 1;

    /// <summary>Whether a tile of outputs and a block of taps meet in padding only.</summary>
    internal bool HasTilesWithoutInput(TileAxis outputs, TileAxis taps)
    {
        for (var tile = 0; tile < outputs.Count; tile++)
        {
            for (var block = 0; block < taps.Count; block++)
            {
                var first = FirstInput(tile * outputs.Block, block * taps.Block);
                if (first >= Length || first + Inputs(outputs.ExtentAt(tile), taps.ExtentAt(block)) <= 0)
                    return true;
            }
        }
        return false;
    }

    /// <summary>Outputs of a phase in a tile.</summary>
    internal Expr OfPhase(Expr outputs, int phase) => (outputs + (InputDilation - 1 - phase)) / InputDilation;
}
