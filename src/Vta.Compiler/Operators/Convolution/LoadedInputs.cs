using Vta.Compiler.LoopIr;

namespace Vta.Compiler.Operators.Convolution;

/// <summary>The inputs along an axis that a tile loads for a block of the kernel.</summary>
/// <param name="First">The first, below 0 in padding.</param>
/// <param name="Loaded">How many, padding included.</param>
/// <param name="Before">Zeros before.</param>
/// <param name="Size">Inputs in memory; 0 where all is padding.</param>
/// <param name="After">Zeros after.</param>
internal sealed record LoadedInputs(Expr First, Expr Loaded, Expr Before, Expr Size, Expr After)
{
    internal static LoadedInputs Of(ConvolutionAxis axis, Expr output, Expr outputs, Expr tap, Expr taps, bool mayBeEmpty)
    {
        var (first, loaded) = (axis.FirstInput(output, tap), axis.Inputs(outputs, taps));
        var before = Expr.Max(0, 0 - first);
        var after = Expr.Max(0, first + loaded - axis.Length);
        var size = loaded - before - after;
        return new LoadedInputs(first, loaded, before, mayBeEmpty ? Expr.Max(0, size) : size, after);
    }

    /// <summary>Whether these are all inputs, where nothing is padded.</summary>
    internal bool IsEvery(int length, TileAxis outputs, TileAxis taps) =>
        outputs.IsWhole && taps.IsWhole && Loaded is Constant { Value: var loaded } && loaded == length;
}
