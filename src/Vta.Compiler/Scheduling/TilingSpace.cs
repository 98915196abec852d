using Vta.Isa;

namespace Vta.Compiler;

/// <summary>The tilings of a convolution that fit a configuration: all of them, or those of some block lengths only.</summary>
/// <param name="config">The hardware.</param>
/// <param name="layout">The convolution.</param>
/// <param name="stage">What follows it.</param>
internal sealed class TilingSpace(VtaConfig config, ConvolutionLayout layout, OutputStage stage)
{
    private static readonly (int Threads, ThreadAxis Axis)[] s_threads =
        [(2, ThreadAxis.OutChannel), (2, ThreadAxis.Height), (2, ThreadAxis.Batch), (2, ThreadAxis.Group), (1, ThreadAxis.OutChannel)];

    /// <summary>Every tiling.</summary>
    internal IEnumerable<ConvolutionSchedule> All() => Of(length => Enumerable.Range(1, length));

    /// <summary>The tilings made of some block lengths.</summary>
    /// <param name="blocks">Lengths to try on an axis of a length.</param>
    internal IEnumerable<ConvolutionSchedule> Of(Func<int, IEnumerable<int>> blocks) =>
        from thread in s_threads
        from width in blocks(layout.Shape.OutWidth)
        where layout.Columns.IsPossible(width)
        from height in blocks(layout.Shape.OutHeight)
        where layout.Rows.IsPossible(height)
        where Fits(new ConvolutionSchedule(1, 1, 1, height, width), thread.Threads)
        from batch in blocks(layout.Batches)
        where Fits(new ConvolutionSchedule(batch, 1, 1, height, width), thread.Threads)
        from outChannel in blocks(layout.OutChannels)
        where Fits(new ConvolutionSchedule(batch, outChannel, 1, height, width), thread.Threads)
        from inChannel in blocks(layout.InChannels)
        let schedule = new ConvolutionSchedule(batch, outChannel, inChannel, height, width) { Threads = thread.Threads, ThreadAxis = thread.Axis }
        where Fits(schedule, thread.Threads) && ConvolutionCost.MicroOpsOfKernel(layout, schedule) <= config.Uop.Depth
            && ScheduleCheck.ThreadTiles(layout, schedule) % schedule.Threads == 0
        select schedule;

    private bool Fits(ConvolutionSchedule schedule, int threads)
    {
        var footprint = new ConvolutionFootprint(layout, stage, schedule with { Threads = threads });
        return footprint.Acc <= config.Acc.Depth && footprint.Inp <= config.Inp.Depth && footprint.Wgt <= config.Wgt.Depth;
    }
}
