using Vta.Compiler.Operators.Convolution;
using Vta.Isa;

namespace Vta.Compiler.Tilings;

/// <summary>
/// Finds a good schedule for a convolution on a configuration: of all candidates that fit, those that are cheap by their numbers are recorded as programs
/// and timed; from the fastest on, block lengths are changed one at a time as long as that helps.
/// </summary>
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
        var space = new TilingSpace(config, layout, stage.Checked());
        ScheduleCheck.Require(config, layout, stage, space.Smallest);
        var cost = new ConvolutionCost(config, layout, stage);
        var timed = new TimedTilings(config, shape, stage);
        foreach (var schedule in Cheapest(space, cost))
        {
            if (timed.IsOver)
                break;
            if (cost.Roofline(schedule) < timed.BestCycles)
                timed.Time(schedule);
        }
        while (!timed.IsOver)
        {
            var before = timed.BestCycles;
            foreach (var schedule in space.Neighbours(timed.Best).Where(schedule => cost.Roofline(schedule) < timed.BestCycles))
                timed.Time(schedule);
            if (timed.BestCycles == before)
                break;
        }
        return (timed.Best, timed.BestCycles);
    }

    /// <summary>The cheapest tilings by their numbers, cheapest first: some of each use of threads.</summary>
    private static IEnumerable<ConvolutionSchedule> Cheapest(TilingSpace space, ConvolutionCost cost)
    {
        const int OfEachKind = 16;
        var kinds = new Dictionary<(int, ThreadAxis), PriorityQueue<ConvolutionSchedule, long>>();
        foreach (var schedule in space.Of(BlockCandidates.Of).Append(space.Smallest))
        {
            var kind = (schedule.Threads, schedule.ThreadAxis);
            if (!kinds.TryGetValue(kind, out var cheapest))
                kinds.Add(kind, cheapest = new PriorityQueue<ConvolutionSchedule, long>());
            // The dearest comes out first.
            if (cheapest.Count < OfEachKind)
                cheapest.Enqueue(schedule, -cost.Of(schedule));
            else
                cheapest.EnqueueDequeue(schedule, -cost.Of(schedule));
        }
        return kinds.Values.SelectMany(cheapest => cheapest.UnorderedItems).OrderByDescending(item => item.Priority).Select(item => item.Element).ToList();
    }
}
