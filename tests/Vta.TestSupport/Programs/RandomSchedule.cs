using Vta.Isa;

namespace Vta.TestSupport;

/// <summary>
/// Schedules of every kind at random: convolutions, products of matrices, graphs of values that are read several times, expressions of the ALU,
/// several outputs; with threads, and tiles that need not divide. Not all are possible.
/// </summary>
public static class RandomSchedule
{
    private const int MostThreads = 3;

    private static readonly Func<int, VtaConfig, ScheduledProgram>[] s_kinds =
    [
        RandomConvolution.Create,
        RandomGraph.Create,
        RandomProducts.Create,
        (seed, config) => RandomAluProgram.Create(seed, config, threads: 1 + seed % MostThreads),
        RandomOutputs.Create,
    ];

    /// <summary>The program of a seed.</summary>
    /// <exception cref="VtaInputException">The accelerator cannot do what the steps ask for.</exception>
    public static ScheduledProgram Create(int seed, VtaConfig config) => s_kinds[seed % s_kinds.Length](seed, config);
}
