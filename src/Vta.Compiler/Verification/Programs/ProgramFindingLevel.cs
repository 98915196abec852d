namespace Vta.Compiler.Verification.Programs;

/// <summary>How much a finding counts.</summary>
public enum ProgramFindingLevel
{
    /// <summary>Something that cannot be judged from the program alone.</summary>
    Note,

    /// <summary>Something that changes no result of this program by itself.</summary>
    Warning,

    /// <summary>The program is not accepted.</summary>
    Error,
}
