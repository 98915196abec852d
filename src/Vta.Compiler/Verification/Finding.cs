namespace Vta.Compiler.Verification;

/// <summary>Something that is wrong with a lowered program.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Message">The statements, the buffer and the first element that it was found at.</param>
public sealed record Finding(FindingKind Kind, string Message)
{
    public override string ToString() => Message;
}
