using Vta.Cli.Output;
using Vta.Hdl.Simulation;
using Vta.Isa;
using Vta.Runtime;
using Vta.Runtime.Bundles;

namespace Vta.Cli.Execution;

/// <summary>Runs programs on targets, every time on a new device.</summary>
/// <param name="host">Shown what is running.</param>
/// <param name="options">How targets are simulated.</param>
internal sealed class TargetRunner(CliHost host, DeviceOptions options)
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
        catch (VtaFaultException exception)
        {
            return new TargetRun(target, new RunFailure(exception.Message, ExitCode.CheckFailed)) { Statistics = exception.Result.Statistics };
        }
        catch (Exception exception) when (exception is HardwareException or SimulationFailedException)
        {
            return new TargetRun(target, new RunFailure(exception.Message, ExitCode.CheckFailed));
        }
        catch (VtaInputException exception)
        {
            return new TargetRun(target, Refused(exception));
        }
    }

    /// <summary>The failure of a program that cannot be run because of a mistake in the input.</summary>
    public static RunFailure Refused(VtaInputException exception) => new(exception.Message, ExitCode.BadInput) { Where = exception.Where };

    private TargetRun RunOnDevice(ProgramBundle bundle, string target, Action<string> report)
    {
        // One of the targets writes the waveform.
        var traceFile = Devices.WaveformFiles(target).Count > 0 ? options.TraceFile : null;
        using var device = Devices.Create(target, bundle.Config, options with { TraceFile = traceFile, Report = report });
        var result = BundleRunner.Run(bundle, device);
        var failure = result.Verified ? null : new RunFailure(string.Join("; ", result.Mismatches), ExitCode.CheckFailed);
        return new TargetRun(target, failure) { Statistics = result.Statistics, Memory = device.Dram };
    }
}
