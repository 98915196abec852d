using Vta.Isa;

namespace Vta.Cli.Execution;

/// <summary>How a bundle fared on one target.</summary>
/// <param name="Bundle">Name of the bundle's folder.</param>
/// <param name="Target">The backend.</param>
/// <param name="Statistics">What was counted; null when nothing ran.</param>
/// <param name="Failure">What went wrong; null when memory is as expected.</param>
internal sealed record BundleRun(string Bundle, string Target, LaunchStatistics? Statistics, RunFailure? Failure)
{
    public bool Verified => Failure is null;
}

/// <summary>Why a run is not verified.</summary>
/// <param name="Message">What was found; a deadlock has a line for each unit.</param>
/// <param name="Where">The place of a mistake in the input, if that is what it is.</param>
/// <param name="Code">One of <see cref="ExitCode"/>.</param>
internal sealed record RunFailure(string Message, string? Where, int Code)
{
    /// <summary>Place and message.</summary>
    public string Line => Where is null ? Message : $"{Where}: {Message}";
}
