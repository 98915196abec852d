using Vta.Cli.Host;
using Vta.Cli.Output;
using Vta.Isa.Programs;
using Vta.Runtime;
using Vta.Runtime.Lockstep;

namespace Vta.Cli.Execution;

/// <summary>A target that was compared with the behavioural simulator, state after state.</summary>
/// <param name="Program">What ran.</param>
/// <param name="Target">The target.</param>
/// <param name="Result">What was found; null where it did not come to that.</param>
/// <param name="Failure">Why it did not; null where it did.</param>
internal sealed record LockstepComparison(string Program, string Target, LockstepResult? Result, RunFailure? Failure)
{
    /// <summary>Whether states are the same everywhere.</summary>
    public bool IsSame => Result is { Difference: null };

    /// <summary>One of <see cref="ExitCode"/>.</summary>
    public int Code => Failure?.Code ?? (IsSame ? ExitCode.Good : ExitCode.CheckFailed);

    /// <summary>Compares each target.</summary>
    /// <param name="host">Shown what is running.</param>
    /// <param name="program">The program.</param>
    /// <param name="targets">The targets.</param>
    /// <param name="options">How they are simulated; the file of the waveform takes the cycles around a difference.</param>
    public static IReadOnlyList<LockstepComparison> Of(CliHost host, ProgramBundle program, IEnumerable<string> targets, DeviceOptions options) =>
        [.. targets.Select(target => Of(host, program, target, options))];

    private static LockstepComparison Of(CliHost host, ProgramBundle program, string target, DeviceOptions options)
    {
        if (Devices.Obstacle(target) is { } obstacle)
            return new(program.Name, target, null, new RunFailure(obstacle, ExitCode.CheckFailed) { IsUnavailable = true });
        try
        {
            return new(program.Name, target, Progress.Show(host, $"{program.Name} in lock step on {target}", report => new LockstepRun(program, wave => Devices.Create(
                target,
                program.Config,
                options with { TraceFile = wave?.File, TraceFrom = wave?.From ?? 0, Report = report })).Run(
                    options.TraceFile ?? $"lockstep{Devices.WaveformFiles(target)[0]}",
                    instructions => report($"{instructions} instructions"))), null);
        }
        catch (Exception exception)
        {
            return new(program.Name, target, null, RunFailure.Of(exception));
        }
    }
}
