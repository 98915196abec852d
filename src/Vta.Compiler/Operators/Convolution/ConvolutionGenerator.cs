using Vta.Compiler.LoopIr;
using Vta.Isa;
using Vta.Isa.Instructions;

namespace Vta.Compiler.Operators.Convolution;

/// <summary>
/// Generates a convolution in tiles, with the loops of TVM's tutorial: over output tiles, in each over blocks of input channels (and of the kernel,
/// where it is large) that are loaded and multiplied, then the output stage and the stores. Virtual threads take tiles in turn. Other than a
/// schedule lowered as TVM does, the first load of a tile may run while the tile before is finished, the largest axes become instruction loops,
/// so that kernels have few micro-ops, and stores take as many rows as they can.
/// </summary>
public sealed class ConvolutionGenerator
{
    private readonly ConvolutionLayout layout;
    private readonly OutputStage stage;
    private readonly ConvolutionSchedule schedule;
    private readonly ConvolutionFootprint footprint;
    private readonly ConvolutionTiling tiling;
    private readonly ConvolutionTransfers transfers;
    private readonly ConvolutionKernels kernels;

    private ConvolutionGenerator(ConvolutionLayout layout, OutputStage stage, ConvolutionSchedule schedule, ConvolutionBuffers buffers)
    {
        this.layout = layout;
        this.stage = stage;
        this.schedule = schedule;
        footprint = new ConvolutionFootprint(layout, stage, schedule);
        tiling = new ConvolutionTiling(layout, schedule);
        transfers = new ConvolutionTransfers(layout, tiling, buffers);
        kernels = new ConvolutionKernels(layout, stage, schedule);
    }

    /// <summary>The lowered program.</summary>
    /// <exception cref="VtaInputException">The schedule does not fit the shape or the buffers.</exception>
    public static CommandProgram Generate(
        VtaConfig config, ConvolutionShape shape, OutputStage stage, ConvolutionSchedule schedule, ConvolutionBuffers buffers)
    {
        var layout = new ConvolutionLayout(shape.Checked(), config);
        ScheduleCheck.Require(config, layout, stage.Checked(), schedule);
        return new CommandProgram(new ConvolutionGenerator(layout, stage, schedule, buffers).Program());
    }

    private Sequence Program() => new(
    [
        .. transfers.Begin(),
        .. Repeat(new DepPush(Unit.Compute, Unit.Load)),
        .. Repeat(new DepPush(Unit.Store, Unit.Compute)),
        For.Each("b_out", TilesOf(tiling.Batches, ThreadAxis.Batch), b =>
            For.Each("g_out", TilesOf(tiling.Parts, ThreadAxis.Group), g =>
                For.Each("oc_out", TilesOf(tiling.OutChannels, ThreadAxis.OutChannel), oc =>
                    For.Each("y_out", TilesOf(tiling.Rows, ThreadAxis.Height), y =>
                        For.Each("x_out", tiling.Columns.Count, x =>
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
        // The acc buffer: the tiles of all threads, then their biases, shifts and residuals.
        var bias = schedule.Threads * footprint.AccTile;
        var shifts = bias + (stage.HasBias ? schedule.Threads * footprint.ChannelTile : 0);
        var residual = schedule.Threads * (footprint.AccTile + stage.ChannelOperands * footprint.ChannelTile);
        return new ConvolutionTile
        {
            Batch = tiling.Batches.Start(batch),
            Part = tiling.Parts.Start(part),
            OutChannel = tiling.OutChannels.Start(channel),
            Row = tiling.Rows.Start(row),
            Column = tiling.Columns.Start(x),
            Batches = tiling.Batches.Extent(batch),
            Parts = tiling.Parts.Extent(part),
            OutChannels = tiling.OutChannels.Extent(channel),
            Rows = tiling.Rows.Extent(row),
            Columns = tiling.Columns.Extent(x),
            AccBase = (int)(thread * footprint.AccTile + footprint.AccMargin),
            BiasBase = (int)(bias + thread * footprint.ChannelTile),
            ShiftsBase = (int)(shifts + thread * footprint.ChannelTile),
            ParBase = layout.KeepsParameters
                ? tiling.Parts.Start(part) * layout.OutChannels + tiling.OutChannels.Start(channel)
                : (int)(thread * footprint.ChannelTile),
            ResidualBase = (int)(residual + thread * footprint.AccTile),
            InpBase = (int)(thread * footprint.InpTile),
            WgtBase = (int)(thread * footprint.WgtTile),
        };
    }

    /// <summary>One tile for each thread, side by side.</summary>
    private Sequence Group(IReadOnlyList<ConvolutionTile> tiles) => new(
    [
        BlockLoop(tiles),
        .. tiles.SelectMany(tile => (Stmt[])[.. kernels.Output(tile), new DepPush(Unit.Compute, Unit.Store)]),
        .. tiles.SelectMany(tile => (Stmt[])[new DepPop(Unit.Compute, Unit.Store), transfers.Store(tile), new DepPush(Unit.Store, Unit.Compute)]),
    ]);

    private Stmt BlockLoop(IReadOnlyList<ConvolutionTile> tiles)
    {
        // The first block comes by itself: the tile begins between its loads and its GEMM.
        var block = ConvolutionBlock.Of(tiling, 0);
        var first = tiles.SelectMany(tile => Loads(tile, block)).Concat(tiles.SelectMany(tile => Begin(tile, block)));
        return tiling.Blocks == 1
            ? new Sequence([.. first])
            : new Sequence([.. first, For.Each("ic_out", tiling.Blocks - 1, index => Accumulate(ConvolutionBlock.Of(tiling, index + 1)))]);

        Stmt Accumulate(ConvolutionBlock next) =>
            new Sequence([.. tiles.SelectMany(tile => Loads(tile, next)), .. tiles.SelectMany(tile => Multiply(tile, next))]);
    }

    /// <summary>Waits until the tile's accumulators are stored, loads what the output stage takes, and multiplies the first block.</summary>
    private IEnumerable<Stmt> Begin(ConvolutionTile tile, ConvolutionBlock block) =>
    [
        new DepPop(Unit.Store, Unit.Compute),
        .. kernels.Begin(tile, block, transfers.HasInput(tile, block), [.. transfers.LoadOperands(tile), new DepPop(Unit.Load, Unit.Compute)]),
        new DepPush(Unit.Compute, Unit.Load),
    ];

    private IEnumerable<Stmt> Loads(ConvolutionTile tile, ConvolutionBlock block) =>
        [new DepPop(Unit.Compute, Unit.Load), transfers.LoadInput(tile, block), transfers.LoadWeights(tile, block), new DepPush(Unit.Load, Unit.Compute)];

    private IEnumerable<Stmt> Multiply(ConvolutionTile tile, ConvolutionBlock block) =>
        [new DepPop(Unit.Load, Unit.Compute), .. kernels.Multiply(tile, block, transfers.HasInput(tile, block)), new DepPush(Unit.Compute, Unit.Load)];
}
