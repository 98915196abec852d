using Vta.Cli.Errors;
using Vta.Cli.Host;
using Vta.Hdl.Simulation;
using Vta.Isa.Launch;
using Vta.Runtime;

namespace Vta.Cli.Execution;

/// <summary>Why a run failed.</summary>
/// <param name="Message">What was found; a deadlock has a line for each unit.</param>
/// <param name="Code">One of <see cref="ExitCode"/>.</param>
internal sealed record RunFailure(string Message, int Code)
{
    /// <summary>The place of a mistake in the input, if that is what it is.</summary>
    public string? Where { get; init; }

    /// <summary>The target cannot run on this machine: nothing is said about the program.</summary>
    public bool IsUnavailable { get; init; }

    /// <summary>Where a defect of the tool showed; null for all else.</summary>
    public string? StackTrace { get; init; }

    /// <summary>Place and message.</summary>
    public string Line => Where is null ? Message : $"{Where}: {Message}";

    /// <summary>What goes wrong in one run stays with it: the others go on.</summary>
    public static RunFailure Of(Exception exception)
    {
        if (exception is VtaFaultException or HardwareException or SimulationFailedException)
            return new(exception.Message, ExitCode.CheckFailed);
        var report = ErrorReport.Of(exception);
        return new(report.Message, report.Code) { Where = report.Where, StackTrace = report.StackTrace };
    }

    /// <summary>The same as what ends a command.</summary>
    public ErrorReport ToErrorReport() => new(Message, Where, Code, StackTrace);
}
