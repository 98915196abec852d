using Vta.Compiler.Commands;
using Vta.Compiler.LoopIr;

namespace Vta.Compiler.Operators.Convolution;

/// <summary>The instructions of a depthwise convolution's tiles.</summary>
/// <param name="layout">The convolution.</param>
/// <param name="taps">How its taps are taken.</param>
internal sealed class DepthwiseKernels(ConvolutionLayout layout, DepthwiseTaps taps)
{
    /// <summary>All products of a tile.</summary>
    /// <param name="tile">The tile.</param>
    /// <param name="block">What is multiplied: all of the kernel.</param>
    /// <param name="hasInput">0 where the tile sees padding only, else 1.</param>
    /// <param name="overwrites">Whether the first products take the place of what accumulators hold.</param>
    internal Stmt Multiply(ConvolutionTile tile, ConvolutionBlock block, Expr hasInput, bool overwrites)
    {
        var pitch = layout.Columns.Inputs(tile.Columns, block.KernelColumns);
        var plane = layout.Rows.Inputs(tile.Rows, block.KernelRows) * pitch;
        return For.Each("image", tile.Batches, image => For.Each("part", tile.Parts, part => new Sequence(
        [
            .. from other in Enumerable.Range(0, taps.Others)
               from run in taps.Runs.Index()
               select Instruction(tile, pitch, image * tile.Parts + part, part, plane, other, run.Index, run.Item, hasInput, overwrites),
        ])));
    }

    private KernelScope Instruction(
        ConvolutionTile tile, Expr pitch, Expr place, Expr part, Expr plane, int other, int index, DepthwiseTaps.Run run, Expr hasInput, bool overwrites)
    {
        var rows = new Along(tile.Rows, tile.Columns, pitch, layout.Rows.LoadedStride);
        var columns = new Along(tile.Columns, 1, 1, layout.Columns.LoadedStride);
        var (along, across) = taps.IsAlongRows ? (rows, columns) : (columns, rows);
        var operation = KernelOperation.Depthwise(overwrites && other == 0 && index == 0, run.Taps - 1);
        // The first step that writes is that of the first output: the index begins as much lower.
        var dst = tile.AccBase + place * tile.Pixels - along.Dst * (run.Taps - 1);
        var src = tile.InpBase + place * plane + along.Src * run.First + across.Src * other;
        var wgt = tile.WgtBase + part * taps.Elements + (other * taps.Runs.Count + index);
        return new KernelScope(
            new UopLoop(across.Outputs * hasInput, across.Dst, across.Src * across.Stride, 0,
                new UopLoop(along.Outputs + (run.Taps - 1), along.Dst, along.Src * along.Stride, 0, new UopPush(operation, dst, src, wgt))));
    }

    /// <summary>An axis of a tile.</summary>
    /// <param name="Outputs">Outputs.</param>
    /// <param name="Dst">Accumulators from one to the next.</param>
    /// <param name="Src">Inputs from one to the next, of those that are loaded.</param>
    /// <param name="Stride">Inputs from one output to the next.</param>
    private readonly record struct Along(Expr Outputs, Expr Dst, Expr Src, int Stride);
}
