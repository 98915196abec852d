using Vta.Cli.Errors;

namespace Vta.Cli.Execution;

/// <summary>Why a run is not verified.</summary>
/// <param name="Message">What was found; a deadlock has a line for each unit.</param>
/// <param name="Code">One of <see cref="ExitCode"/>.</param>
internal sealed record RunFailure(string Message, int Code)
{
    /// <summary>The place of a mistake in the input, if that is what it is.</summary>
    public string? Where { get; init; }

    /// <summary>The target cannot run on this machine: nothing is said about the program.</summary>
    public bool IsUnavailable { get; init; }

    /// <summary>Place and message.</summary>
    public string Line => Where is null ? Message : $"{Where}: {Message}";

    /// <summary>The same as what ends a command.</summary>
    public ErrorReport ToErrorReport() => new(Message, Where, Code);
}
