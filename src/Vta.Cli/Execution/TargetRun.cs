using Vta.Isa;

namespace Vta.Cli.Execution;

/// <summary>How a program fared on one target.</summary>
/// <param name="Target">The target's name.</param>
/// <param name="Failure">What went wrong; null when memory is as expected.</param>
internal sealed record TargetRun(string Target, RunFailure? Failure)
{
    public bool Verified => Failure is null;

    /// <summary>What was counted; null when nothing ran.</summary>
    public LaunchStatistics? Statistics { get; init; }

    /// <summary>Memory after the run; null when the run did not come to its end.</summary>
    public Dram? Memory { get; init; }
}
