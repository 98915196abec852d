namespace Vta.Compiler.Verification.Programs;

/// <summary>An instruction as a report shows it.</summary>
/// <param name="Launch">Which launch of the program, from 0 on.</param>
/// <param name="Index">Its place in the launch.</param>
/// <param name="Text">The instruction with its tokens.</param>
public sealed record InstructionText(int Launch, uint Index, string Text)
{
    public override string ToString() => $"instruction {Index}: {Text}";
}
