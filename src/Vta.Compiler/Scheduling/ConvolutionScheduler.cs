using Vta.Isa;

namespace Vta.Compiler;

/// <summary>Finds a good schedule for a convolution on a configuration: the cheapest of all candidates that fit.</summary>
public static class ConvolutionScheduler
{
    /// <summary>The schedule; the same for the same arguments.</summary>
    /// <exception cref="VtaInputException">Not even the smallest tile fits.</exception>
    public static ConvolutionSchedule Choose(VtaConfig config, ConvolutionShape shape, OutputStage stage)
    {
        var layout = new ConvolutionLayout(shape.Checked(), config);
        var cost = new ConvolutionCost(config, layout, stage.Checked());
        var best = new ConvolutionSchedule(1, 1, 1, 1, 1);
        ScheduleCheck.Require(config, layout, stage, best);
        var bestCost = cost.Of(best);
        foreach (var schedule in Candidates(config, layout, stage))
        {
            var cycles = cost.Of(schedule);
            if (cycles >= bestCost)
                continue;
            best = schedule;
            bestCost = cycles;
        }
        return best;
    }

    private static IEnumerable<ConvolutionSchedule> Candidates(VtaConfig config, ConvolutionLayout layout, OutputStage stage)
    {
        var shape = layout.Shape;
        (int Threads, ThreadAxis Axis)[] threads =
            [(2, ThreadAxis.OutChannel), (2, ThreadAxis.Height), (2, ThreadAxis.Batch), (1, ThreadAxis.OutChannel)];
        return
            from thread in threads
            from width in BlockCandidates.Of(shape.OutWidth)
            from height in BlockCandidates.Of(shape.OutHeight)
            where Fits(new ConvolutionSchedule(1, 1, 1, height, width), thread)
            from batch in BlockCandidates.Of(layout.Batches)
            where Fits(new ConvolutionSchedule(batch, 1, 1, height, width), thread)
            from outChannel in BlockCandidates.Of(layout.OutChannels)
            where Fits(new ConvolutionSchedule(batch, outChannel, 1, height, width), thread)
            from inChannel in BlockCandidates.Of(layout.InChannels)
            let schedule = new ConvolutionSchedule(batch, outChannel, inChannel, height, width) { Threads = thread.Threads, ThreadAxis = thread.Axis }
            where Fits(schedule, thread) && ConvolutionCost.MicroOpsOfKernel(layout, schedule) <= config.Uop.Depth
                && ScheduleCheck.ThreadTiles(layout, schedule) % schedule.Threads == 0
            select schedule;

        bool Fits(ConvolutionSchedule schedule, (int Threads, ThreadAxis Axis) thread)
        {
            var footprint = new ConvolutionFootprint(layout, stage, schedule with { Threads = thread.Threads });
            return footprint.Acc <= config.Acc.Depth && footprint.Inp <= config.Inp.Depth && footprint.Wgt <= config.Wgt.Depth;
        }
    }
}
