namespace Vta.Compiler.Verification.Programs;

/// <summary>Changes of tokens with which the program is accepted, all of them together.</summary>
public sealed record Mend(IReadOnlyList<TokenChange> Changes)
{
    public override string ToString() => string.Join(", ", Changes);
}
