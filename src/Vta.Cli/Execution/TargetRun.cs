using Vta.Isa.Launch;
using Vta.Isa.Memory;

namespace Vta.Cli.Execution;

/// <summary>How a program fared on one target.</summary>
/// <param name="Target">The target's name.</param>
/// <param name="Failure">What went wrong; null where nothing did.</param>
internal sealed record TargetRun(string Target, RunFailure? Failure)
{
    /// <summary>Whether the program expects anything of memory.</summary>
    public bool IsChecked { get; init; }

    /// <summary>Memory is as expected.</summary>
    public bool Verified => IsChecked && Failure is null;

    /// <summary>What is worth saying, though no failure.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What was counted; null when nothing ran.</summary>
    public LaunchStatistics? Statistics { get; init; }

    /// <summary>Where cycles went, per unit; empty on a target without cycles.</summary>
    public IReadOnlyList<UnitCycles> Cycles { get; init; } = [];

    /// <summary>Memory after the run; null when the run did not come to its end.</summary>
    public Dram? Memory { get; init; }
}
