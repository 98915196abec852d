using Vta.Compiler.LoopIr;

namespace Vta.Compiler.Operators.Convolution;

/// <summary>What is loaded and multiplied for a tile at a time: a block of input channels, and of the kernel.</summary>
/// <param name="InChannel">The first input channel.</param>
/// <param name="InChannels">Input channels.</param>
/// <param name="KernelRow">The first row of the kernel.</param>
/// <param name="KernelRows">Rows of the kernel.</param>
/// <param name="KernelColumn">The first column of the kernel.</param>
/// <param name="KernelColumns">Columns of the kernel.</param>
internal sealed record ConvolutionBlock(Expr InChannel, Expr InChannels, Expr KernelRow, Expr KernelRows, Expr KernelColumn, Expr KernelColumns)
{
    internal Expr Taps => KernelRows * KernelColumns;

    /// <summary>One of the blocks of a tile: those of the kernel follow each other, for one block of input channels after the other.</summary>
    internal static ConvolutionBlock Of(ConvolutionTiling tiling, Expr index)
    {
        var (ic, ky, kx) = (tiling.InChannels, tiling.KernelRows, tiling.KernelColumns);
        var column = kx.Count == 1 ? 0 : index % kx.Count;
        var row = ky.Count == 1 ? 0 : index / kx.Count % ky.Count;
        var channel = ic.Count == 1 ? 0 : index / (kx.Count * ky.Count);
        return new ConvolutionBlock(ic.Start(channel), ic.Extent(channel), ky.Start(row), ky.Extent(row), kx.Start(column), kx.Extent(column));
    }
}
