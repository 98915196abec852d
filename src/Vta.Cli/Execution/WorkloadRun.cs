using Vta.Cli.Host;
using Vta.Compiler;
using Vta.Compiler.Workloads;

namespace Vta.Cli.Execution;

/// <summary>How a workload fared on several targets.</summary>
/// <param name="Workload">What ran; its bundle expects what plain arithmetic gives.</param>
/// <param name="Runs">A run for each target.</param>
internal sealed record WorkloadRun(CompiledWorkload Workload, IReadOnlyList<TargetRun> Runs)
{
    /// <summary>Where targets that ran it do not agree.</summary>
    public IReadOnlyList<string> Differences { get; } = Agreement.Differences(Runs);

    /// <summary>What went wrong first, if anything did.</summary>
    public RunFailure? Failure => Runs.Select(run => run.Failure).FirstOrDefault(failure => failure is not null)
        ?? (Differences.Count == 0 ? null : new RunFailure(Differences[0], ExitCode.CheckFailed));

    /// <summary>Every target was compared with what is expected, and nothing went wrong.</summary>
    public bool Verified => Failure is null && Runs.All(run => run.Verified);

    /// <summary>Runs a workload on one target after the other.</summary>
    /// <param name="workload">What to run.</param>
    /// <param name="targets">The targets.</param>
    /// <param name="runner">Runs it.</param>
    /// <param name="ran">Called as each target is done.</param>
    public static WorkloadRun Of(CompiledWorkload workload, IEnumerable<string> targets, TargetRunner runner, Action<TargetRun> ran)
    {
        var runs = new List<TargetRun>();
        foreach (var target in targets)
        {
            runs.Add(runner.Run(workload.Bundle, target));
            ran(runs[^1]);
        }

        return new WorkloadRun(workload, runs);
    }
}
