
namespace Vta.Compiler.Verification.Programs;

/// <summary>Something that is to be said of a recorded program.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Level">How much it counts.</param>
/// <param name="Message">What was found, on one line.</param>
/// <param name="Instructions">The instructions that it is about, in the order of the program.</param>
public sealed record ProgramFinding(
    ProgramFindingKind Kind, ProgramFindingLevel Level, string Message, IReadOnlyList<InstructionText> Instructions)
{
    /// <summary>Ways to mend the program by as few tokens as were found, each of them checked. Only its first error has any.</summary>
    public IReadOnlyList<Mend> Mends { get; internal init; } = [];

    /// <summary>The instructions in the order of what happens.</summary>
    internal IReadOnlyList<Command> Commands { get; init; } = [];
}
