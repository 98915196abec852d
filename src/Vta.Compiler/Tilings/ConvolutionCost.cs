using Vta.Compiler.Boxes;
using Vta.Compiler.Operators;
using Vta.Compiler.Operators.Convolution;
using Vta.Compiler.Tensors;
using Vta.Isa;
using Vta.Isa.Instructions;

namespace Vta.Compiler.Tilings;

/// <summary>
/// What a schedule costs in cycles, from its numbers alone: the roofline of its program (steps, and beats of the bus) and what no
/// overlap can hide.
/// </summary>
internal sealed class ConvolutionCost
{
    // What a unit takes to begin an instruction, roughly; it only has to keep schedules with many small ones away.
    private const int InstructionOverhead = 4;

    private readonly VtaConfig config;
    private readonly ConvolutionLayout layout;
    private readonly OutputStage stage;
    private readonly long outputs;
    private readonly long multiplySteps;

    internal ConvolutionCost(VtaConfig config, ConvolutionLayout layout, OutputStage stage)
    {
        this.config = config;
        this.layout = layout;
        this.stage = stage;
        outputs = (long)layout.Batches * layout.Parts * layout.OutChannels * layout.Shape.OutHeight * layout.Shape.OutWidth;
        multiplySteps = layout.Depthwise is { } depthwise
            ? layout.Batches * layout.Parts * depthwise.Steps(layout.Shape.OutHeight, layout.Shape.OutWidth)
            : (long)layout.Batches * layout.Parts * layout.OutChannels * layout.InChannels * layout.Rows.Products * layout.Columns.Products;
    }

    /// <summary>Steps of any schedule.</summary>
    internal long Steps => multiplySteps + outputs * (1 + stage.Operations.Count);

    /// <summary>Estimated cycles of a schedule that fits.</summary>
    internal long Of(ConvolutionSchedule schedule) => Estimate(schedule).Cycles;

    /// <summary>The roofline that its program will have, nearly: programs share micro-op kernels in more ways than are counted here.</summary>
    internal long Roofline(ConvolutionSchedule schedule) => Estimate(schedule).Roofline;

    private (long Roofline, long Cycles) Estimate(ConvolutionSchedule schedule)
    {
        var footprint = new ConvolutionFootprint(layout, stage, schedule);
        var tiling = new ConvolutionTiling(layout, schedule);
        var steps = tiling.Tiles * tiling.Blocks;

        var inpBeats = (long)layout.Batches * layout.Parts * layout.InChannels * tiling.OutChannels.Count
            * LoadedRows(tiling.Rows, tiling.KernelRows) * LoadedColumns(tiling.Columns, tiling.KernelColumns, length => Beats(length, config.Inp));
        var places = (long)tiling.Batches.Count * layout.Parts * tiling.Rows.Count * tiling.Columns.Count;
        var wgtBeats = places * layout.OutChannels * Beats(layout.Weights, config.Wgt);
        var operandBeats = places * stage.ChannelOperands * Beats(layout.OutChannels, config.Acc)
            + ParameterBeats(places)
            + (stage.HasResidual ? (outputs * config.Acc.ElemValues + config.BusBytes - 1) / config.BusBytes : 0);
        var storeBeats = Beats(outputs, config.Out);
        var microOpBeats = Beats(MicroOps(schedule, tiling, steps), config.Uop);
        var transfers = TransfersOfTile(tiling, schedule);
        var instructions = steps * (LoadsOfStep(tiling, schedule) + (layout.Depthwise is { } taps ? schedule.Batch * schedule.Group * taps.Elements : 1))
            + tiling.Tiles * (1 + stage.Operations.Count + stage.ChannelOperands + (stage.Requantizes && !layout.KeepsParameters ? 1 : 0) + transfers * (stage.HasResidual ? 2 : 1));
        var fetchBeats = instructions * Math.Max(1, InstructionWord.Bytes / config.BusBytes);

        var compute = Steps + microOpBeats + operandBeats;
        var load = inpBeats + wgtBeats;
        var roofline = Math.Max(Math.Max(compute, load + microOpBeats + operandBeats + fetchBeats), storeBeats);
        var alone = Beats(footprint.InpTile, config.Inp) + Beats(footprint.WgtTile, config.Wgt) + Beats(footprint.AccTile, config.Out);
        var cycles = schedule.Threads == 1 ? compute + load + storeBeats : roofline + alone;
        return (roofline, cycles + instructions * InstructionOverhead);
    }

    private long ParameterBeats(long places) =>
        stage.Requantizes ? (layout.KeepsParameters ? 1 : places) * layout.Parts * Beats(layout.OutChannels, config.Par!) : 0;

    private long Beats(long elements, BufferShape buffer) => (elements * buffer.ElemBytes + config.BusBytes - 1) / config.BusBytes;

    private long LoadedRows(TileAxis rows, TileAxis kernelRows)
    {
        var loaded = 0L;
        for (var tile = 0; tile < rows.Count; tile++)
        {
            for (var block = 0; block < kernelRows.Count; block++)
            {
                var first = layout.Rows.FirstInput(tile * rows.Block, block * kernelRows.Block);
                var height = layout.Rows.Inputs(rows.ExtentAt(tile), kernelRows.ExtentAt(block));
                loaded += layout.Rows.Step > 1 ? height : Math.Max(0, Math.Min(first + height, layout.Shape.Height) - Math.Max(first, 0));
            }
        }
        return loaded;
    }

    private long LoadedColumns(TileAxis columns, TileAxis kernelColumns, Func<long, long> beats)
    {
        var loaded = 0L;
        for (var tile = 0; tile < columns.Count; tile++)
        {
            for (var block = 0; block < kernelColumns.Count; block++)
            {
                var first = layout.Columns.FirstInput(tile * columns.Block, block * kernelColumns.Block);
                var width = layout.Columns.Inputs(columns.ExtentAt(tile), kernelColumns.ExtentAt(block));
                loaded += beats(Math.Max(0, Math.Min(first + width, layout.Shape.Width) - Math.Max(first, 0)));
            }
        }
        return loaded;
    }

    /// <summary>Micro-ops that are loaded: each kernel once where all fit, else with every step.</summary>
    private long MicroOps(ConvolutionSchedule schedule, ConvolutionTiling tiling, long steps)
    {
        long kernel = MicroOpsOfKernel(layout, schedule);
        var variants = (long)schedule.Threads;
        foreach (var axis in (ReadOnlySpan<TileAxis>)[tiling.Batches, tiling.Parts, tiling.OutChannels, tiling.InChannels, tiling.Rows, tiling.Columns])
            variants *= axis.Length % axis.Block == 0 ? 1 : 2;
        return kernel * variants <= config.Uop.Depth ? kernel * variants : kernel * steps;
    }

    /// <summary>Micro-ops of a step's multiplying kernels: one for each phase of rows and columns.</summary>
    internal static long MicroOpsOfKernel(ConvolutionLayout layout, ConvolutionSchedule schedule)
    {
        if (layout.Depthwise is { } depthwise)
            return (long)schedule.Batch * schedule.Group * depthwise.Elements;
        var tiling = new ConvolutionTiling(layout, schedule);
        var (height, width) = (
            BlockedLayout.Blocks(schedule.Height, layout.Rows.InputDilation), BlockedLayout.Blocks(schedule.Width, layout.Columns.InputDilation));
        var count = 0L;
        foreach (var row in layout.Rows.Phases)
        {
            foreach (var column in layout.Columns.Phases)
                count += KernelNest.MicroOpCount(
                [
                    schedule.Batch, schedule.Group, schedule.OutChannel, height, schedule.InChannel,
                    row.Taps(tiling.KernelRows.Block), column.Taps(tiling.KernelColumns.Block), width,
                ]);
        }
        return count;
    }

    private long LoadsOfStep(ConvolutionTiling tiling, ConvolutionSchedule schedule)
    {
        var (kernelRows, kernelColumns) = (tiling.KernelRows, tiling.KernelColumns);
        var weights = DmaPattern.Count(
            (schedule.Group, tiling.Parts.IsWhole), (schedule.OutChannel, tiling.OutChannels.IsWhole), (schedule.InChannel, tiling.InChannels.IsWhole),
            (kernelRows.Block, kernelRows.IsWhole), (kernelColumns.Block, kernelColumns.IsWhole));
        if (layout.IsPadded)
            return weights + (long)schedule.Batch * schedule.Group * schedule.InChannel;
        var (rows, columns) = (layout.Rows.Inputs(schedule.Height, kernelRows.Block), layout.Columns.Inputs(schedule.Width, kernelColumns.Block));
        return weights + DmaPattern.Count(
            (schedule.Batch, tiling.Batches.IsWhole), (schedule.Group, tiling.Parts.IsWhole), (schedule.InChannel, tiling.InChannels.IsWhole),
            (rows, tiling.Rows.IsWhole && rows == layout.Shape.Height),
            (columns, tiling.Columns.IsWhole && columns == layout.Shape.Width && layout.Rows.Step == 1));
    }

    private static long TransfersOfTile(ConvolutionTiling tiling, ConvolutionSchedule schedule) => DmaPattern.Count(
        (schedule.Batch, tiling.Batches.IsWhole), (schedule.Group, tiling.Parts.IsWhole), (schedule.OutChannel, tiling.OutChannels.IsWhole),
        (schedule.Height, tiling.Rows.IsWhole), (schedule.Width, tiling.Columns.IsWhole));
}
