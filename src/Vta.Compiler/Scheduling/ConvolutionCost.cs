using Vta.Isa;

namespace Vta.Compiler;

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
        multiplySteps = (long)layout.Batches * layout.Parts * layout.OutChannels * layout.InChannels * layout.Rows.Taps * layout.Columns.Taps;
    }

    /// <summary>Estimated cycles of a schedule that fits.</summary>
    internal long Of(ConvolutionSchedule schedule) => Estimate(schedule).Cycles;

    /// <summary>The roofline that its program will have, nearly: programs share micro-op kernels in more ways than are counted here.</summary>
    internal long Roofline(ConvolutionSchedule schedule) => Estimate(schedule).Roofline;

    private (long Roofline, long Cycles) Estimate(ConvolutionSchedule schedule)
    {
        var shape = layout.Shape;
        var footprint = new ConvolutionFootprint(layout, stage, schedule);
        var (batches, outChannels, inChannels, rows, columns) = (
            new TileAxis(layout.Batches, schedule.Batch),
            new TileAxis(layout.OutChannels, schedule.OutChannel),
            new TileAxis(layout.InChannels, schedule.InChannel),
            new TileAxis(shape.OutHeight, schedule.Height),
            new TileAxis(shape.OutWidth, schedule.Width));
        var tiles = (long)batches.Count * layout.Parts * outChannels.Count * rows.Count * columns.Count;
        var steps = tiles * inChannels.Count;

        var inpBeats = (long)layout.Batches * layout.Parts * layout.InChannels * outChannels.Count
            * LoadedRows(rows) * LoadedColumns(columns, length => Beats(length, config.Inp));
        var places = (long)batches.Count * layout.Parts * rows.Count * columns.Count;
        var wgtBeats = places * layout.OutChannels * Beats((long)layout.InChannels * layout.Taps, config.Wgt);
        var biasBeats = stage.HasBias ? places * Beats(layout.OutChannels, config.Acc) : 0;
        var storeBeats = Beats(outputs, config.Out);
        var microOpBeats = Beats(MicroOps(schedule, steps, (TileAxis[])[batches, outChannels, inChannels, rows, columns]), config.Uop);
        var instructions = steps * (LoadsPerStep(schedule) + 1) + tiles * (1 + stage.Steps + StoresPerTile(schedule));
        var fetchBeats = instructions * Math.Max(1, InstructionWord.Bytes / config.BusBytes);

        var compute = multiplySteps + outputs * (1 + stage.Steps) + microOpBeats + biasBeats;
        var load = inpBeats + wgtBeats;
        var roofline = Math.Max(Math.Max(compute, load + microOpBeats + biasBeats + fetchBeats), storeBeats);
        var alone = Beats(footprint.InpTile, config.Inp) + Beats(footprint.WgtTile, config.Wgt) + Beats(footprint.AccTile, config.Out);
        var cycles = schedule.Threads == 1 ? compute + load + storeBeats : roofline + alone;
        return (roofline, cycles + instructions * InstructionOverhead);
    }

    private long Beats(long elements, BufferShape buffer) => (elements * buffer.ElemBytes + config.BusBytes - 1) / config.BusBytes;

    private long LoadedRows(TileAxis rows)
    {
        var loaded = 0L;
        for (var index = 0; index < rows.Count; index++)
        {
            var start = index * rows.Block;
            var first = layout.Rows.FirstInput(start);
            var height = layout.Rows.Inputs(Math.Min(rows.Block, rows.Length - start));
            loaded += layout.Rows.Step > 1 ? height : Math.Min(first + height, layout.Shape.Height) - Math.Max(first, 0);
        }
        return loaded;
    }

    private long LoadedColumns(TileAxis columns, Func<long, long> beats)
    {
        var loaded = 0L;
        for (var index = 0; index < columns.Count; index++)
        {
            var start = index * columns.Block;
            var first = layout.Columns.FirstInput(start);
            var width = layout.Columns.Inputs(Math.Min(columns.Block, columns.Length - start));
            loaded += beats(Math.Min(first + width, layout.Shape.Width) - Math.Max(first, 0));
        }
        return loaded;
    }

    /// <summary>Micro-ops that are loaded: each kernel once where all fit, else with every step.</summary>
    private long MicroOps(ConvolutionSchedule schedule, long steps, ReadOnlySpan<TileAxis> axes)
    {
        long kernel = MicroOpsOfKernel(layout, schedule);
        var variants = (long)schedule.Threads;
        foreach (var axis in axes)
            variants *= axis.Length % axis.Block == 0 ? 1 : 2;
        return kernel * variants <= config.Uop.Depth ? kernel * variants : kernel * steps;
    }

    /// <summary>Micro-ops of a step's multiplying kernels: one for each phase of rows and columns.</summary>
    internal static long MicroOpsOfKernel(ConvolutionLayout layout, ConvolutionSchedule schedule)
    {
        var (height, width) = (BlockedLayout.Blocks(schedule.Height, layout.Rows.Dilation), BlockedLayout.Blocks(schedule.Width, layout.Columns.Dilation));
        var count = 0L;
        foreach (var row in layout.Rows.Phases)
        {
            foreach (var column in layout.Columns.Phases)
                count += KernelNest.MicroOpCount([schedule.Batch, schedule.OutChannel, height, schedule.InChannel, row.Taps, column.Taps, width]);
        }
        return count;
    }

    private long LoadsPerStep(ConvolutionSchedule schedule) => schedule.Batch * (layout.IsPadded ? schedule.InChannel : 1) + 1;

    private long StoresPerTile(ConvolutionSchedule schedule) =>
        schedule.Width == layout.Shape.OutWidth ? schedule.Batch : (long)schedule.Batch * schedule.OutChannel;
}
