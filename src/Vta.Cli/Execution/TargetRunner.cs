using Vta.Cli.Host;
using Vta.Cli.Output;
using Vta.Isa.Launch;
using Vta.Isa.Programs;
using Vta.Runtime;
using Vta.Runtime.Bundles;

namespace Vta.Cli.Execution;

/// <summary>Runs programs on targets, every time on a new device.</summary>
/// <param name="host">Shown what is running.</param>
/// <param name="options">How targets are simulated.</param>
/// <param name="isStrict">Whether tokens left over are a failure, not a note.</param>
internal sealed class TargetRunner(CliHost host, DeviceOptions options, bool isStrict)
{
    /// <summary>Runs a program and compares memory with what it expects; whatever goes wrong is in the result.</summary>
    public TargetRun Run(ProgramBundle bundle, string target)
    {
        if (Devices.Obstacle(target) is { } obstacle)
            return new TargetRun(target, new RunFailure(obstacle, ExitCode.CheckFailed) { IsUnavailable = true });
        try
        {
            return Progress.Show(host, $"{bundle.Name} on {target}", report => RunOnDevice(bundle, target, report));
        }
        catch (Exception exception)
        {
            var result = (exception as VtaFaultException)?.Result;
            return new TargetRun(target, RunFailure.Of(exception)) { Statistics = result?.Statistics, Cycles = result?.Cycles ?? [] };
        }
    }

    private TargetRun RunOnDevice(ProgramBundle bundle, string target, Action<string> report)
    {
        // One of the targets writes the waveform.
        var traceFile = Devices.WaveformFiles(target).Count > 0 ? options.TraceFile : null;
        using var device = Devices.Create(target, bundle.Config, options with { TraceFile = traceFile, Report = report });
        var result = BundleRunner.Run(bundle, device);
        string[] wrong = [.. result.Mismatches.Select(mismatch => $"{mismatch}"), .. isStrict ? result.Notes : []];
        return new TargetRun(target, wrong.Length == 0 ? null : new RunFailure(string.Join("; ", wrong), ExitCode.CheckFailed))
        {
            IsChecked = result.IsChecked,
            Notes = result.Notes,
            Statistics = result.Statistics,
            Cycles = result.Cycles,
            Memory = device.Dram,
        };
    }
}
