using Vta.Compiler.Boxes;
using Vta.Compiler.Commands;
using Vta.Compiler.LoopIr;
using Vta.Compiler.Tensors;

namespace Vta.Compiler.Operators.Convolution;

/// <summary>What the compute unit does with a convolution's tiles.</summary>
/// <param name="layout">The convolution.</param>
/// <param name="stage">What is done to its sums.</param>
/// <param name="schedule">Its tiles.</param>
internal sealed class ConvolutionKernels(ConvolutionLayout layout, OutputStage stage, ConvolutionSchedule schedule)
{
    private readonly long elements = new ConvolutionFootprint(layout, stage, schedule).AccTile;

    /// <summary>The first products of a tile, whatever its accumulators hold.</summary>
    /// <param name="tile">The tile.</param>
    /// <param name="block">What is multiplied.</param>
    /// <param name="hasInput">0 where the tile sees padding only, else 1.</param>
    /// <param name="others">What the compute unit does between clearing accumulators and multiplying.</param>
    internal IEnumerable<Stmt> Begin(ConvolutionTile tile, ConvolutionBlock block, Expr hasInput, IEnumerable<Stmt> others)
    {
        if (layout.Depthwise is { } taps && hasInput is Constant { Value: 1 })
            return [.. others, new DepthwiseKernels(layout, taps).Multiply(tile, block, hasInput, overwrites: true)];
        if (layout.Overwrites && layout.Depthwise is null && hasInput is Constant { Value: 1 })
        {
            var (axes, dst, src, wgt) = Nest(tile, block, hasInput, layout.Rows.Phases.Single(), layout.Columns.Phases.Single());
            if (KernelNest.CreateSums(axes, dst, src, wgt) is { } sums)
                return [.. others, .. sums];
        }
        return [Clear(tile), .. others, .. Multiply(tile, block, hasInput)];
    }

    /// <summary>A kernel for each phase of rows and columns; without input dilation there is one of each.</summary>
    /// <param name="tile">The tile.</param>
    /// <param name="block">What is multiplied.</param>
    /// <param name="hasInput">0 where the tile sees padding only, else 1.</param>
    internal IEnumerable<Stmt> Multiply(ConvolutionTile tile, ConvolutionBlock block, Expr hasInput) =>
        layout.Depthwise is { } taps ? [new DepthwiseKernels(layout, taps).Multiply(tile, block, hasInput, overwrites: false)] :
        from row in layout.Rows.Phases
        from column in layout.Columns.Phases
        select Multiply(tile, block, hasInput, row, column);

    /// <summary>The output stage.</summary>
    internal IEnumerable<Stmt> Output(ConvolutionTile tile) =>
        stage.Operations.Select(step => step.Operand switch
        {
            OutputOperand.Bias => KernelNest.Create(step.Operation, ChannelAxes(tile), tile.AccBase, tile.BiasBase, 0),
            OutputOperand.Shifts => KernelNest.Create(step.Operation, ChannelAxes(tile), tile.AccBase, tile.ShiftsBase, 0),
            OutputOperand.Parameters => KernelNest.Create(step.Operation, ChannelAxes(tile), tile.AccBase, tile.ParBase, 0),
            OutputOperand.Residual => KernelNest.Create(step.Operation, ElementAxes(tile, 1), tile.AccBase, tile.ResidualBase, 0),
            // The source field of an immediate operation is not used; hardware is known that wants it to be the destination.
            _ => KernelNest.Create(step.Operation, ElementAxes(tile, 1), tile.AccBase, tile.AccBase, 0),
        });

    private Stmt Clear(ConvolutionTile tile) => KernelNest.Create(KernelOperation.Clear, ElementAxes(tile, 0), tile.AccBase, 0, 0);

    private Stmt Multiply(ConvolutionTile tile, ConvolutionBlock block, Expr hasInput, ConvolutionPhase row, ConvolutionPhase column)
    {
        var (axes, dst, src, wgt) = Nest(tile, block, hasInput, row, column);
        return KernelNest.Create(KernelOperation.MatrixMultiply, axes, dst, src, wgt);
    }

    /// <summary>The loops of products, and the indices that they begin with.</summary>
    private (KernelAxis[] Axes, Expr Dst, Expr Src, Expr Wgt) Nest(
        ConvolutionTile tile, ConvolutionBlock block, Expr hasInput, ConvolutionPhase row, ConvolutionPhase column)
    {
        var tiling = new ConvolutionTiling(layout, schedule);
        var channels = block.InChannels;
        var (vertical, horizontal) = (layout.Rows, layout.Columns);
        var loadedColumns = horizontal.Inputs(tile.Columns, block.KernelColumns);
        var loadedPlane = vertical.Inputs(tile.Rows, block.KernelRows) * loadedColumns;
        // Without a kernel around each pixel, pixels are one axis.
        var isPixelwise = layout is { Taps: 1, IsPadded: false } && vertical.LoadedStride == 1 && horizontal.Stride == 1;
        KernelAxis[] pixels = isPixelwise
            ? [new KernelAxis(tile.Pixels, schedule.Height * schedule.Width, 1, 1, 0)]
            :
            [
                new KernelAxis(
                    vertical.OfPhase(tile.Rows, row.Index), BlockedLayout.Blocks(schedule.Height, vertical.InputDilation),
                    tile.Columns * vertical.InputDilation, vertical.LoadedStride * loadedColumns, 0),
                new KernelAxis(
                    horizontal.OfPhase(tile.Columns, column.Index), BlockedLayout.Blocks(schedule.Width, horizontal.InputDilation),
                    horizontal.InputDilation, horizontal.LoadedStride, 0),
            ];
        return (
            [
                new KernelAxis(tile.Batches * hasInput, schedule.Batch,
                    tile.Parts * tile.OutChannels * tile.Pixels, tile.Parts * channels * loadedPlane, 0),
                new KernelAxis(tile.Parts, schedule.Group, tile.OutChannels * tile.Pixels, channels * loadedPlane, tile.OutChannels * channels * block.Taps),
                new KernelAxis(tile.OutChannels, schedule.OutChannel, tile.Pixels, 0, channels * block.Taps),
                .. pixels.SkipLast(1),
                new KernelAxis(channels, schedule.InChannel, 0, loadedPlane, block.Taps),
                new KernelAxis(row.Taps(block.KernelRows), row.Taps(tiling.KernelRows.Block), 0,
                    loadedColumns * vertical.TapDilation, block.KernelColumns * vertical.InputDilation),
                new KernelAxis(column.Taps(block.KernelColumns), column.Taps(tiling.KernelColumns.Block), 0, horizontal.TapDilation, horizontal.InputDilation),
                pixels[^1],
            ],
            tile.AccBase + tile.Columns * row.Index + column.Index,
            tile.InpBase + loadedColumns * row.FirstInput + column.FirstInput,
            tile.WgtBase + block.KernelColumns * row.FirstTap + column.FirstTap);
    }

    /// <summary>All accumulators of a tile with an operand for each of its channels.</summary>
    private KernelAxis[] ChannelAxes(ConvolutionTile tile) =>
    [
        new KernelAxis(tile.Batches, schedule.Batch, tile.Parts * tile.OutChannels * tile.Pixels, 0, 0),
        new KernelAxis(tile.Parts * tile.OutChannels, schedule.Group * schedule.OutChannel, tile.Pixels, 1, 0),
        new KernelAxis(tile.Pixels, schedule.Height * schedule.Width, 1, 0, 0),
    ];

    /// <summary>All accumulators of a tile, as few axes.</summary>
    private KernelAxis[] ElementAxes(ConvolutionTile tile, int src)
    {
        var channels = tile.Parts * tile.OutChannels;
        if (elements <= KernelLimits.MaxExtent)
            return [new KernelAxis(tile.Batches * channels * tile.Pixels, (int)elements, 1, src, 0)];
        return
        [
            new KernelAxis(tile.Batches, schedule.Batch, channels * tile.Pixels, channels * tile.Pixels * src, 0),
            new KernelAxis(channels, schedule.Group * schedule.OutChannel, tile.Pixels, tile.Pixels * src, 0),
            new KernelAxis(tile.Pixels, schedule.Height * schedule.Width, 1, src, 0),
        ];
    }
}
