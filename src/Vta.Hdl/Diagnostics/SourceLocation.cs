namespace Vta.Hdl.Diagnostics;

/// <summary>A place in the C# source that describes the hardware. Paths are repository-relative where the build maps them.</summary>
/// <param name="File">The source file, as the compiler reports it to <c>[CallerFilePath]</c>.</param>
/// <param name="Line">The line, counted from one; zero where it is not known.</param>
public readonly record struct SourceLocation(string File, int Line)
{
    /// <summary>A location that is not known.</summary>
    public static readonly SourceLocation Unknown = new("", 0);

    /// <summary>True where the location names a line.</summary>
    public bool IsKnown => Line > 0;

    /// <summary>The file, with forward slashes and without a leading one.</summary>
    public string Path => File.Replace('\\', '/').TrimStart('/');

    /// <summary>The location as <c>path:line</c>.</summary>
    public override string ToString() => IsKnown ? $"{Path}:{Line}" : "unknown place";
}
