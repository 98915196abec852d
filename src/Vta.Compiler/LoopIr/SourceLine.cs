namespace Vta.Compiler;

/// <summary>A line of the user's source.</summary>
/// <param name="File">Its file.</param>
/// <param name="Line">Its number.</param>
public readonly record struct SourceLine(string File, int Line)
{
    public override string ToString() => $"{File.TrimStart('/')}:{Line}";
}
