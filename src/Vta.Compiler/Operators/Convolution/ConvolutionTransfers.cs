using Vta.Compiler.Boxes;
using Vta.Compiler.LoopIr;
using Vta.Compiler.Tensors;
using Vta.Isa.Instructions;

namespace Vta.Compiler.Operators.Convolution;

/// <summary>The loads and stores of a convolution's tiles.</summary>
/// <param name="layout">The convolution.</param>
/// <param name="tiling">How it is cut.</param>
/// <param name="buffers">Its buffers in DRAM.</param>
internal sealed class ConvolutionTransfers(ConvolutionLayout layout, ConvolutionTiling tiling, ConvolutionBuffers buffers)
{
    private readonly bool hasEmptyRows = layout.IsPadded && layout.Rows.HasTilesWithoutInput(tiling.Rows, tiling.KernelRows);
    private readonly bool hasEmptyColumns = layout.IsPadded && layout.Columns.HasTilesWithoutInput(tiling.Columns, tiling.KernelColumns);

    /// <summary>1 where a tile has inputs for a block of the kernel, 0 where it has padding only: then nothing is loaded.</summary>
    internal Expr HasInput(ConvolutionTile tile, ConvolutionBlock block)
    {
        var (rows, columns) = Inputs(tile, block);
        return (hasEmptyRows ? Expr.Min(1, rows.Size) : 1) * (hasEmptyColumns ? Expr.Min(1, columns.Size) : 1);
    }

    internal Stmt LoadInput(ConvolutionTile tile, ConvolutionBlock block)
    {
        var shape = layout.Shape;
        var plane = shape.Height * shape.Width;
        var (rows, columns) = Inputs(tile, block);
        var first = ((tile.Batch * layout.Parts + tile.Part) * layout.InChannels + block.InChannel) * plane;
        DmaAxis[] planes =
        [
            new DmaAxis(tile.Batches * HasInput(tile, block), layout.Parts * layout.InChannels * plane, tiling.Batches.IsWhole),
            new DmaAxis(tile.Parts, layout.InChannels * plane, tiling.Parts.IsWhole),
            new DmaAxis(block.InChannels, plane, tiling.InChannels.IsWhole),
        ];
        if (!layout.IsPadded)
        {
            var isEveryColumn = columns.IsEvery(shape.Width, tiling.Columns, tiling.KernelColumns) && layout.Rows.Step == 1;
            var isEveryRow = rows.IsEvery(shape.Height, tiling.Rows, tiling.KernelRows);
            return DmaPattern.Load(buffers.Data, first + rows.First * shape.Width + columns.First,
                [.. planes, new DmaAxis(rows.Loaded, layout.Rows.Step * shape.Width, isEveryRow), new DmaAxis(columns.Loaded, 1, isEveryColumn)],
                tile.InpBase, MemoryId.Inp);
        }
        return DmaPattern.Loops(planes, first + (rows.First + rows.Before) * shape.Width + columns.First + columns.Before, tile.InpBase,
            rows.Loaded * columns.Loaded,
            (offset, index) => new LoadBuffer2D(buffers.Data, offset, columns.Size, rows.Size, shape.Width, index, MemoryId.Inp)
            {
                XPad0 = columns.Before,
                YPad0 = rows.Before,
                XPad1 = columns.After,
                YPad1 = rows.After,
            });
    }

    internal Stmt LoadWeights(ConvolutionTile tile, ConvolutionBlock block)
    {
        if (layout.Depthwise is { } depthwise)
        {
            return DmaPattern.Load(buffers.Kernel, tile.Part * depthwise.Elements,
                [new DmaAxis(tile.Parts, depthwise.Elements, tiling.Parts.IsWhole), new DmaAxis(depthwise.Elements, 1, true)], tile.WgtBase, MemoryId.Wgt);
        }
        var (width, taps) = (layout.Shape.KernelWidth, layout.Taps);
        var row = layout.InChannels * taps;
        var first = (tile.Part * layout.OutChannels + tile.OutChannel) * row + block.InChannel * taps + block.KernelRow * width + block.KernelColumn;
        return DmaPattern.Load(buffers.Kernel, first,
            [
                new DmaAxis(tile.Parts, layout.OutChannels * row, tiling.Parts.IsWhole),
                new DmaAxis(tile.OutChannels, row, tiling.OutChannels.IsWhole),
                new DmaAxis(block.InChannels, taps, tiling.InChannels.IsWhole),
                new DmaAxis(block.KernelRows, width, tiling.KernelRows.IsWhole),
                new DmaAxis(block.KernelColumns, 1, tiling.KernelColumns.IsWhole),
            ],
            tile.WgtBase, MemoryId.Wgt);
    }

    /// <summary>Loads what all tiles take.</summary>
    internal IEnumerable<Stmt> Begin()
    {
        if (layout.IsPadded && buffers.PadValue is { } value)
            yield return new PadValue(value);
        if (buffers.Parameters is { } parameters && layout.KeepsParameters)
            yield return DmaPattern.Load(parameters, 0, [new DmaAxis(layout.Parts * layout.OutChannels, 1, true)], 0, MemoryId.Par);
    }

    /// <summary>Loads what the output stage of a tile takes.</summary>
    internal IEnumerable<Stmt> LoadOperands(ConvolutionTile tile)
    {
        foreach (var (buffer, index) in ((DramBuffer?, int)[])[(buffers.Bias, tile.BiasBase), (buffers.Shifts, tile.ShiftsBase)])
        {
            if (buffer is not null)
                yield return OfChannels(buffer, index, MemoryId.Acc);
        }
        if (buffers.Parameters is { } parameters && !layout.KeepsParameters)
            yield return OfChannels(parameters, tile.ParBase, MemoryId.Par);
        if (buffers.Residual is { } residual)
            yield return DmaPattern.Load(residual, OutputOffset(tile), OutputAxes(tile), tile.ResidualBase, MemoryId.Acc8Bit);

        Stmt OfChannels(DramBuffer buffer, Expr index, MemoryId memory) => DmaPattern.Load(buffer, tile.Part * layout.OutChannels + tile.OutChannel,
            [new DmaAxis(tile.Parts, layout.OutChannels, tiling.Parts.IsWhole), new DmaAxis(tile.OutChannels, 1, tiling.OutChannels.IsWhole)], index, memory);
    }

    internal Stmt Store(ConvolutionTile tile) => DmaPattern.Store(tile.AccBase, buffers.Result, OutputOffset(tile), OutputAxes(tile));

    private Expr OutputOffset(ConvolutionTile tile) =>
        (((tile.Batch * layout.Parts + tile.Part) * layout.OutChannels + tile.OutChannel) * layout.Shape.OutHeight + tile.Row) * layout.Shape.OutWidth
        + tile.Column;

    private DmaAxis[] OutputAxes(ConvolutionTile tile)
    {
        var (height, width) = (layout.Shape.OutHeight, layout.Shape.OutWidth);
        return
        [
            new DmaAxis(tile.Batches, layout.Parts * layout.OutChannels * height * width, tiling.Batches.IsWhole),
            new DmaAxis(tile.Parts, layout.OutChannels * height * width, tiling.Parts.IsWhole),
            new DmaAxis(tile.OutChannels, height * width, tiling.OutChannels.IsWhole),
            new DmaAxis(tile.Rows, width, tiling.Rows.IsWhole),
            new DmaAxis(tile.Columns, 1, tiling.Columns.IsWhole),
        ];
    }

    private (LoadedInputs Rows, LoadedInputs Columns) Inputs(ConvolutionTile tile, ConvolutionBlock block) => (
        LoadedInputs.Of(layout.Rows, tile.Row, tile.Rows, block.KernelRow, block.KernelRows, hasEmptyRows),
        LoadedInputs.Of(layout.Columns, tile.Column, tile.Columns, block.KernelColumn, block.KernelColumns, hasEmptyColumns));
}
