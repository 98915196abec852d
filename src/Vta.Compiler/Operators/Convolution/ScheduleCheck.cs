using Vta.Isa;

namespace Vta.Compiler;

/// <summary>Whether a convolution's schedule can be generated; if not, what to change.</summary>
internal static class ScheduleCheck
{
    /// <exception cref="VtaInputException">It cannot; the message says why.</exception>
    internal static void Require(VtaConfig config, ConvolutionLayout layout, OutputStage stage, ConvolutionSchedule schedule)
    {
        RequireBlock("b", schedule.Batch, layout.Batches);
        RequireBlock("oc", schedule.OutChannel, layout.OutChannels);
        RequireBlock("ic", schedule.InChannel, layout.InChannels);
        RequireBlock("h", schedule.Height, layout.Shape.OutHeight);
        RequireBlock("w", schedule.Width, layout.Shape.OutWidth);
        RequirePhases("h", schedule.Height, layout.Rows);
        RequirePhases("w", schedule.Width, layout.Columns);
        RequireThreads(layout, schedule);

        var footprint = new ConvolutionFootprint(layout, stage, schedule);
        RequireBuffer(config.Acc, footprint.Acc, "b, oc, h or w", schedule);
        RequireBuffer(config.Inp, footprint.Inp, "b, ic, h or w", schedule);
        RequireBuffer(config.Wgt, footprint.Wgt, "oc or ic", schedule);
    }

    /// <summary>Tiles along the axis of the threads.</summary>
    internal static int ThreadTiles(ConvolutionLayout layout, ConvolutionSchedule schedule) => schedule.ThreadAxis switch
    {
        ThreadAxis.Batch => new TileAxis(layout.Batches, schedule.Batch).Count,
        ThreadAxis.Group => layout.Parts,
        ThreadAxis.OutChannel => new TileAxis(layout.OutChannels, schedule.OutChannel).Count,
        _ => new TileAxis(layout.Shape.OutHeight, schedule.Height).Count,
    };

    private static void RequireBlock(string axis, int block, int length)
    {
        if (block < 1 || block > length)
            throw new VtaInputException($"a tile of {axis} {block} is not possible; this axis has 1 to {length}");
    }

    private static void RequirePhases(string axis, int block, ConvolutionAxis spatial)
    {
        if (!spatial.IsPossible(block))
            throw new VtaInputException($"a tile of {axis} {block} is not possible; with a stride of {spatial.Dilation} it has to be a multiple of that, "
                + $"or all {spatial.Outputs}");
    }

    private static void RequireThreads(ConvolutionLayout layout, ConvolutionSchedule schedule)
    {
        if (schedule.Threads is not (1 or 2))
            throw new VtaInputException($"{schedule.Threads} threads are not possible; allowed are 1 and 2");
        var tiles = ThreadTiles(layout, schedule);
        if (tiles % schedule.Threads != 0)
            throw new VtaInputException($"{tiles} tiles cannot be shared by {schedule.Threads} threads ({schedule}); "
                + "change the block of that axis, the axis or the threads");
    }

    private static void RequireBuffer(BufferShape buffer, long needed, string axes, ConvolutionSchedule schedule)
    {
        if (needed > buffer.Depth)
            throw new VtaInputException($"the tiles ({schedule}) need {needed} elements of the {buffer.Name} buffer, which holds {buffer.Depth}; "
                + $"make {axes} smaller{(schedule.Threads > 1 ? ", or use 1 thread" : "")}");
    }
}
