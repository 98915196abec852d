using Vta.Isa;

namespace Vta.TestSupport;

/// <summary>Programs of random shape with random steps of a schedule, which may not all be possible.</summary>
public static class RandomSchedule
{
    private static readonly Func<int, VtaConfig, ScheduledProgram>[] s_kinds =
        [RandomConvolution.Create, RandomGraph.Create, RandomProducts.Create];

    /// <summary>The program of a seed.</summary>
    /// <exception cref="VtaInputException">The accelerator cannot do what the steps ask for.</exception>
    public static ScheduledProgram Create(int seed, VtaConfig config) => s_kinds[seed % s_kinds.Length](seed, config);
}
