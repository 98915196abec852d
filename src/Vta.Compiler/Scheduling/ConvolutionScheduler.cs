using Vta.Isa;

namespace Vta.Compiler;

/// <summary>Finds a good schedule for a convolution on a configuration: the cheapest of all candidates that fit.</summary>
public static class ConvolutionScheduler
{
    /// <summary>The schedule; the same for the same arguments.</summary>
    /// <exception cref="VtaInputException">Not even the smallest tile fits.</exception>
    public static ConvolutionSchedule Choose(VtaConfig config, ConvolutionShape shape, OutputStage stage) => Find(config, shape, stage).Schedule;

    /// <summary>The schedule, and the cycles that it is expected to take.</summary>
    /// <inheritdoc cref="Choose"/>
    internal static (ConvolutionSchedule Schedule, long Cycles) Find(VtaConfig config, ConvolutionShape shape, OutputStage stage)
    {
        var layout = new ConvolutionLayout(shape.Checked(), config);
        var cost = new ConvolutionCost(config, layout, stage.Checked());
        var space = new TilingSpace(config, layout, stage);
        var best = space.Smallest;
        ScheduleCheck.Require(config, layout, stage, best);
        var bestCost = cost.Of(best);
        foreach (var schedule in space.Of(BlockCandidates.Of))
        {
            var cycles = cost.Of(schedule);
            if (cycles >= bestCost)
                continue;
            best = schedule;
            bestCost = cycles;
        }
        return (best, bestCost);
    }
}
