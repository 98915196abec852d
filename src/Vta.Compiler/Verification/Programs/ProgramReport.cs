namespace Vta.Compiler.Verification.Programs;

/// <summary>What the verifier says of a recorded program.</summary>
/// <param name="Instructions">How many it has, of all launches, up to each FINISH.</param>
/// <param name="Launches">How many launches it has.</param>
/// <param name="Findings">What was found, in the order in which it would happen.</param>
public sealed record ProgramReport(long Instructions, int Launches, IReadOnlyList<ProgramFinding> Findings)
{
    /// <summary>Whether the program comes to its end, without faults, and gives the same result in every timing.</summary>
    public bool IsAccepted => Count(ProgramFindingLevel.Error) == 0;

    /// <summary>How many findings are of a level.</summary>
    public int Count(ProgramFindingLevel level) => Findings.Count(finding => finding.Level == level);
}
