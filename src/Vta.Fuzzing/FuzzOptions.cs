using Vta.Isa;
using Vta.Runtime;

namespace Vta.Fuzzing;

/// <summary>What is fuzzed, and for how long.</summary>
public sealed record FuzzOptions
{
    /// <summary>Programs of a round, which has one configuration.</summary>
    public const int ProgramsPerRound = 48;

    /// <summary>Seed of the first round; those after it have the next ones.</summary>
    public int Seed { get; init; }

    /// <summary>The most rounds; null for any number.</summary>
    public int? Rounds { get; init; }

    /// <summary>No round begins after so long; null for no end.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>The configuration of all rounds; null for one drawn in each.</summary>
    public VtaConfig? Config { get; init; }

    /// <summary>What is compared with the behavioural simulator: a target of <see cref="Devices.All"/>.</summary>
    public string Target { get; init; } = Devices.Rtl;

    /// <summary>The most failures; fuzzing ends with the last of them.</summary>
    public int MaxFailures { get; init; } = 1;
}
