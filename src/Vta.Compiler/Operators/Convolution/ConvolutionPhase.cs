using Vta.Compiler.LoopIr;

namespace Vta.Compiler.Operators.Convolution;

/// <summary>Outputs that see the same taps.</summary>
/// <param name="Index">The first of them in a tile.</param>
/// <param name="FirstTap">The first tap that falls on an input.</param>
/// <param name="FirstInput">Where in the tile the first output finds the input for its first tap.</param>
/// <param name="Dilation">Taps from one that falls on an input to the next.</param>
internal readonly record struct ConvolutionPhase(int Index, int FirstTap, int FirstInput, int Dilation)
{
    internal static ConvolutionPhase Of(int index, int pad, int dilation)
    {
        var firstTap = (pad % dilation - index + dilation) % dilation;
        return new ConvolutionPhase(index, firstTap, (index - pad + firstTap) / dilation + pad / dilation, dilation);
    }

    /// <summary>How many of a block's taps fall on inputs.</summary>
    internal Expr Taps(Expr taps) => (taps + (Dilation - 1 - FirstTap)) / Dilation;

    /// <inheritdoc cref="Taps(Expr)"/>
    internal int Taps(int taps) => (taps + Dilation - 1 - FirstTap) / Dilation;
}
