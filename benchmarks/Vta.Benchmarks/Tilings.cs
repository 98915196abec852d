using System.Diagnostics;
using Vta.Compiler;
using Vta.Compiler.Operators.Convolution;
using Vta.Compiler.Tilings;
using Vta.Compiler.Tilings.Timing;
using Vta.Isa;

namespace Vta.Benchmarks;

/// <summary>The tilings that the compiler finds, in cycles, against the best of a random search on the same simulator.</summary>
internal static class Tilings
{
    private const int Seed = 1;

    /// <summary>Prints a Markdown table, a row a shape.</summary>
    /// <param name="config">The hardware.</param>
    /// <param name="seconds">How long to search for each shape.</param>
    /// <param name="name">Part of the names of the shapes to measure; empty for all.</param>
    public static void Print(VtaConfig config, double seconds, string name)
    {
        Console.WriteLine("| shape | tiling found | roofline | cycles | estimated | best of random search | found is slower by | to plan |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var (title, shape, stage) in TilingShapes.All.Where(shape => shape.Name.Contains(name, StringComparison.Ordinal)))
        {
            using var runs = new TilingRuns(config, stage);
            var plan = ConvolutionPlan.Choose(config, shape, stage, null);
            var time = Stopwatches.Best(2, () => ConvolutionPlan.Choose(config, shape, stage, null));
            var program = runs.Program(plan.Packed.Shape, plan.Schedule);
            var (cycles, roofline) = runs.Run(program);
            var (best, schedule, count) = Search(runs, plan.Packed.Shape, seconds);
            Console.WriteLine($"| {title} | {plan} | {roofline:N0} | {cycles:N0} "
                + $"| {ProgramTiming.Cycles(program):N0} | {best:N0} of {count:N0}: {schedule} | {100.0 * (cycles - best) / best:0.0} % | {time:0.00} s |");
        }
    }

    /// <summary>Prints how far the compiler's estimates of cycles are from those of the simulator, for random tilings.</summary>
    public static void Estimates(VtaConfig config, int samples, string name)
    {
        foreach (var (title, shape, stage) in TilingShapes.All.Where(shape => shape.Name.Contains(name, StringComparison.Ordinal)))
        {
            using var runs = new TilingRuns(config, stage);
            var random = new Random(Seed);
            for (var sample = 0; sample < samples;)
            {
                if (runs.Draw(random, shape) is not { } schedule)
                    continue;
                sample++;
                var program = runs.Program(shape, schedule);
                var (estimate, cycles) = (ProgramTiming.Cycles(program), runs.Run(program).Cycles);
                Console.WriteLine($"{100.0 * (estimate - cycles) / cycles,6:0.0} % {estimate,9} {cycles,9} {program.Instructions.Count,6} {title}: {schedule}");
            }
        }
    }

    private static (long Cycles, ConvolutionSchedule? Schedule, int Count) Search(TilingRuns runs, ConvolutionShape shape, double seconds)
    {
        var random = new Random(Seed);
        var clock = Stopwatch.StartNew();
        var (best, found, count) = (long.MaxValue, (ConvolutionSchedule?)null, 0);
        while (clock.Elapsed.TotalSeconds < seconds)
        {
            if (runs.Draw(random, shape, found) is not { } schedule)
                continue;
            count++;
            var (cycles, _) = runs.Run(runs.Program(shape, schedule));
            if (cycles < best)
                (best, found) = (cycles, schedule);
        }
        return (best, found, count);
    }
}
