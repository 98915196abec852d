using Vta.Compiler.Verification.Programs;

namespace Vta.Cli.Execution;

/// <summary>What came of the check of a bundle.</summary>
/// <param name="Bundle">Name of its folder.</param>
/// <param name="Accepted">The highest level of findings that are let pass.</param>
internal sealed record BundleCheck(string Bundle, ProgramFindingLevel Accepted)
{
    /// <summary>What was found; null where the bundle could not be read.</summary>
    public ProgramReport? Report { get; init; }

    /// <summary>Why it could not be read.</summary>
    public RunFailure? Failure { get; init; }

    /// <summary>What the command ends with, as far as this bundle is concerned.</summary>
    public int ExitCode => Failure?.Code ?? (Report!.Findings.Any(finding => finding.Level > Accepted) ? Host.ExitCode.CheckFailed : Host.ExitCode.Good);
}
