using Vta.Isa;

namespace Vta.Compiler;

/// <summary>
/// Generates a convolution in tiles, with the loops of TVM's tutorial: over output tiles of each part of the channels, in each over blocks of
/// input channels that are loaded and multiplied, then the output stage and the stores. Virtual threads take tiles in turn. Other than a
/// schedule lowered as TVM does, the first load of a tile may run while the tile before is finished, the largest axes become instruction loops,
/// so that kernels have few micro-ops, and stores take as many rows as they can.
/// </summary>
public sealed class ConvolutionGenerator
{
    private readonly ConvolutionLayout layout;
    private readonly OutputStage stage;
    private readonly ConvolutionSchedule schedule;
    private readonly ConvolutionBuffers buffers;
    private readonly ConvolutionFootprint footprint;
    private readonly TileAxis batches;
    private readonly TileAxis parts;
    private readonly TileAxis outChannels;
    private readonly TileAxis inChannels;
    private readonly TileAxis rows;
    private readonly TileAxis columns;

    private ConvolutionGenerator(ConvolutionLayout layout, OutputStage stage, ConvolutionSchedule schedule, ConvolutionBuffers buffers)
    {
        this.layout = layout;
        this.stage = stage;
        this.schedule = schedule;
        this.buffers = buffers;
        footprint = new ConvolutionFootprint(layout, stage, schedule);
        batches = new TileAxis(layout.Batches, schedule.Batch);
        parts = new TileAxis(layout.Parts, 1);
        outChannels = new TileAxis(layout.OutChannels, schedule.OutChannel);
        inChannels = new TileAxis(layout.InChannels, schedule.InChannel);
        rows = new TileAxis(layout.Shape.OutHeight, schedule.Height);
        columns = new TileAxis(layout.Shape.OutWidth, schedule.Width);
    }

    /// <summary>The lowered program.</summary>
    /// <exception cref="VtaInputException">The schedule does not fit the shape or the buffers.</exception>
    public static Stmt Generate(
        VtaConfig config, ConvolutionShape shape, OutputStage stage, ConvolutionSchedule schedule, ConvolutionBuffers buffers)
    {
        var layout = new ConvolutionLayout(shape.Checked(), config);
        ScheduleCheck.Require(config, layout, stage.Checked(), schedule);
        return new ConvolutionGenerator(layout, stage, schedule, buffers).Program();
    }

    private Sequence Program() => new(
    [
        .. Repeat(new DepPush(Unit.Compute, Unit.Load)),
        .. Repeat(new DepPush(Unit.Store, Unit.Compute)),
        For.Each("b_out", TilesOf(batches, ThreadAxis.Batch), b =>
            For.Each("g_out", TilesOf(parts, ThreadAxis.Group), g =>
                For.Each("oc_out", TilesOf(outChannels, ThreadAxis.OutChannel), oc =>
                    For.Each("y_out", TilesOf(rows, ThreadAxis.Height), y =>
                        For.Each("x_out", columns.Count, x =>
                            Group([.. Enumerable.Range(0, schedule.Threads).Select(thread => Tile(thread, b, g, oc, y, x))])))))),
        .. Repeat(new DepPop(Unit.Compute, Unit.Load)),
        .. Repeat(new DepPop(Unit.Store, Unit.Compute)),
    ]);

    private IEnumerable<Stmt> Repeat(Stmt statement) => Enumerable.Repeat(statement, schedule.Threads);

    private int TilesOf(TileAxis axis, ThreadAxis threadAxis) => axis.Count / (schedule.ThreadAxis == threadAxis ? schedule.Threads : 1);

    private ConvolutionTile Tile(int thread, Expr b, Expr g, Expr oc, Expr y, Expr x)
    {
        Expr Index(Expr outer, ThreadAxis axis) => schedule.ThreadAxis == axis ? outer * schedule.Threads + thread : outer;
        var (batch, part, channel, row) =
            (Index(b, ThreadAxis.Batch), Index(g, ThreadAxis.Group), Index(oc, ThreadAxis.OutChannel), Index(y, ThreadAxis.Height));
        return new ConvolutionTile
        {
            Batch = batches.Start(batch),
            Part = part,
            OutChannel = part * layout.OutChannels + outChannels.Start(channel),
            Row = rows.Start(row),
            Column = columns.Start(x),
            Batches = batches.Extent(batch),
            OutChannels = outChannels.Extent(channel),
            Rows = rows.Extent(row),
            Columns = columns.Extent(x),
            AccBase = (int)(thread * footprint.AccTile),
            BiasBase = (int)(schedule.Threads * footprint.AccTile + thread * footprint.BiasTile),
            InpBase = (int)(thread * footprint.InpTile),
            WgtBase = (int)(thread * footprint.WgtTile),
        };
    }

    /// <summary>One tile for each thread, side by side.</summary>
    private Sequence Group(IReadOnlyList<ConvolutionTile> tiles) => new(
    [
        InChannelLoop(tiles),
        .. tiles.SelectMany(tile => (Stmt[])[.. OutputKernels(tile), new DepPush(Unit.Compute, Unit.Store)]),
        .. tiles.SelectMany(tile => (Stmt[])[new DepPop(Unit.Compute, Unit.Store), Store(tile), new DepPush(Unit.Store, Unit.Compute)]),
    ]);

    private Stmt InChannelLoop(IReadOnlyList<ConvolutionTile> tiles)
    {
        // The first block comes by itself: the tile begins between its loads and its GEMM.
        var first = tiles.SelectMany(tile => Loads(tile, 0)).Concat(tiles.SelectMany(tile => (Stmt[])[.. Begin(tile), .. Multiply(tile, 0)]));
        return inChannels.Count == 1
            ? new Sequence([.. first])
            : new Sequence([.. first, For.Each("ic_out", inChannels.Count - 1, index => Accumulate(index + 1))]);

        Stmt Accumulate(Expr ic) =>
            new Sequence([.. tiles.SelectMany(tile => Loads(tile, ic)), .. tiles.SelectMany(tile => Multiply(tile, ic))]);
    }

    /// <summary>Waits until the tile's accumulators are stored, clears them and loads the bias.</summary>
    private IEnumerable<Stmt> Begin(ConvolutionTile tile)
    {
        yield return new DepPop(Unit.Store, Unit.Compute);
        yield return Clear(tile);
        if (buffers.Bias is { } bias)
            yield return new LoadBuffer2D(bias, tile.OutChannel, tile.OutChannels, 1, 1, tile.BiasBase, MemoryId.Acc);
    }

    private Stmt Clear(ConvolutionTile tile) =>
        KernelNest.Create(KernelOperation.Clear, ElementAxes(tile, 0), tile.AccBase, 0, 0);

    private IEnumerable<Stmt> Loads(ConvolutionTile tile, Expr ic) =>
        [new DepPop(Unit.Compute, Unit.Load), LoadInput(tile, ic), LoadWeights(tile, ic), new DepPush(Unit.Load, Unit.Compute)];

    private IEnumerable<Stmt> Multiply(ConvolutionTile tile, Expr ic) =>
        [new DepPop(Unit.Load, Unit.Compute), .. MultiplyKernels(tile, ic), new DepPush(Unit.Compute, Unit.Load)];

    private Stmt LoadInput(ConvolutionTile tile, Expr ic)
    {
        var shape = layout.Shape;
        var plane = shape.Height * shape.Width;
        var loadedRows = layout.Rows.Inputs(tile.Rows);
        var loadedColumns = layout.Columns.Inputs(tile.Columns);
        var channels = inChannels.Extent(ic);
        var first = ((tile.Batch * layout.Parts + tile.Part) * layout.InChannels + inChannels.Start(ic)) * plane;
        DmaAxis[] planes =
        [
            new DmaAxis(tile.Batches, layout.Parts * layout.InChannels * plane, batches.IsWhole),
            new DmaAxis(channels, plane, inChannels.IsWhole && parts.IsWhole),
        ];
        var row = layout.Rows.FirstInput(tile.Row);
        var column = layout.Columns.FirstInput(tile.Column);
        if (!layout.IsPadded)
        {
            var isEveryColumn = columns.IsWhole && layout.Columns.Inputs(shape.OutWidth) == shape.Width && layout.Rows.Step == 1;
            var isEveryRow = rows.IsWhole && layout.Rows.Inputs(shape.OutHeight) == shape.Height;
            return DmaPattern.Load(buffers.Data, first + row * shape.Width + column,
                [.. planes, new DmaAxis(loadedRows, layout.Rows.Step * shape.Width, isEveryRow), new DmaAxis(loadedColumns, 1, isEveryColumn)],
                tile.InpBase, MemoryId.Inp);
        }
        var above = Expr.Max(0, 0 - row);
        var below = Expr.Max(0, row + loadedRows - shape.Height);
        var left = Expr.Max(0, 0 - column);
        var right = Expr.Max(0, column + loadedColumns - shape.Width);
        return DmaPattern.Loops(planes, first + (row + above) * shape.Width + column + left, tile.InpBase, loadedRows * loadedColumns,
            (offset, index) => new LoadBuffer2D(
                buffers.Data, offset, loadedColumns - left - right, loadedRows - above - below, shape.Width, index, MemoryId.Inp)
            {
                XPad0 = left,
                YPad0 = above,
                XPad1 = right,
                YPad1 = below,
            });
    }

    private Stmt LoadWeights(ConvolutionTile tile, Expr ic)
    {
        var row = layout.InChannels * layout.Taps;
        return DmaPattern.Load(buffers.Kernel, tile.OutChannel * row + inChannels.Start(ic) * layout.Taps,
            [new DmaAxis(tile.OutChannels, row, outChannels.IsWhole), new DmaAxis(inChannels.Extent(ic) * layout.Taps, 1, inChannels.IsWhole)],
            tile.WgtBase, MemoryId.Wgt);
    }

    /// <summary>A kernel for each phase of rows and columns; without dilation there is one of each.</summary>
    private IEnumerable<Stmt> MultiplyKernels(ConvolutionTile tile, Expr ic) =>
        from row in layout.Rows.Phases
        from column in layout.Columns.Phases
        select MultiplyKernel(tile, ic, row, column);

    private Stmt MultiplyKernel(ConvolutionTile tile, Expr ic, ConvolutionPhase row, ConvolutionPhase column)
    {
        var channels = inChannels.Extent(ic);
        var (vertical, horizontal) = (layout.Rows, layout.Columns);
        var loadedColumns = horizontal.Inputs(tile.Columns);
        var loadedPlane = vertical.Inputs(tile.Rows) * loadedColumns;
        // Without a kernel around each pixel, pixels are one axis.
        var isPixelwise = layout is { Taps: 1, IsPadded: false } && vertical.LoadedStride == 1 && horizontal.Stride == 1;
        KernelAxis[] pixels = isPixelwise
            ? [new KernelAxis(tile.Pixels, schedule.Height * schedule.Width, 1, 1, 0)]
            :
            [
                new KernelAxis(
                    vertical.OfPhase(tile.Rows, row.Index), BlockedLayout.Blocks(schedule.Height, vertical.Dilation),
                    tile.Columns * vertical.Dilation, vertical.LoadedStride * loadedColumns, 0),
                new KernelAxis(
                    horizontal.OfPhase(tile.Columns, column.Index), BlockedLayout.Blocks(schedule.Width, horizontal.Dilation),
                    horizontal.Dilation, horizontal.LoadedStride, 0),
            ];
        return KernelNest.Create(
            KernelOperation.MatrixMultiply,
            [
                new KernelAxis(tile.Batches, schedule.Batch, tile.OutChannels * tile.Pixels, channels * loadedPlane, 0),
                new KernelAxis(tile.OutChannels, schedule.OutChannel, tile.Pixels, 0, channels * layout.Taps),
                .. pixels.SkipLast(1),
                new KernelAxis(channels, schedule.InChannel, 0, loadedPlane, layout.Taps),
                new KernelAxis(row.Taps, row.Taps, 0, loadedColumns, layout.Shape.KernelWidth * vertical.Dilation),
                new KernelAxis(column.Taps, column.Taps, 0, 1, horizontal.Dilation),
                pixels[^1],
            ],
            tile.AccBase + tile.Columns * row.Index + column.Index,
            tile.InpBase + loadedColumns * row.FirstInput + column.FirstInput,
            tile.WgtBase + row.FirstTap * layout.Shape.KernelWidth + column.FirstTap);
    }

    private IEnumerable<Stmt> OutputKernels(ConvolutionTile tile)
    {
        if (stage.HasBias)
        {
            yield return KernelNest.Create(KernelOperation.Of<AddOperation>(),
            [
                new KernelAxis(tile.Batches, schedule.Batch, tile.OutChannels * tile.Pixels, 0, 0),
                new KernelAxis(tile.OutChannels, schedule.OutChannel, tile.Pixels, 1, 0),
                new KernelAxis(tile.Pixels, schedule.Height * schedule.Width, 1, 0, 0),
            ], tile.AccBase, tile.BiasBase, 0);
        }
        // The source field of an immediate operation is not used; hardware is known that wants it to be the destination.
        foreach (var operation in stage.Operations)
            yield return KernelNest.Create(operation, ElementAxes(tile, 1), tile.AccBase, tile.AccBase, 0);
    }

    /// <summary>All accumulators of a tile, as few axes.</summary>
    private KernelAxis[] ElementAxes(ConvolutionTile tile, int src)
    {
        if (footprint.AccTile <= KernelLimits.MaxExtent)
            return [new KernelAxis(tile.Batches * tile.OutChannels * tile.Pixels, (int)footprint.AccTile, 1, src, 0)];
        return
        [
            new KernelAxis(tile.Batches, schedule.Batch, tile.OutChannels * tile.Pixels, tile.OutChannels * tile.Pixels * src, 0),
            new KernelAxis(tile.OutChannels, schedule.OutChannel, tile.Pixels, tile.Pixels * src, 0),
            new KernelAxis(tile.Pixels, schedule.Height * schedule.Width, 1, src, 0),
        ];
    }

    private Stmt Store(ConvolutionTile tile)
    {
        var (height, width) = (layout.Shape.OutHeight, layout.Shape.OutWidth);
        var offset = ((tile.Batch * layout.Parts * layout.OutChannels + tile.OutChannel) * height + tile.Row) * width + tile.Column;
        DmaAxis[] axes =
        [
            new DmaAxis(tile.Batches, layout.Parts * layout.OutChannels * height * width, batches.IsWhole),
            new DmaAxis(tile.OutChannels, height * width, outChannels.IsWhole && parts.IsWhole),
            new DmaAxis(tile.Rows, width, rows.IsWhole),
            new DmaAxis(tile.Columns, 1, columns.IsWhole),
        ];
        return DmaPattern.Store(tile.AccBase, buffers.Result, offset, axes);
    }
}
