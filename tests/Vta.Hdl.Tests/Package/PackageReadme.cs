using Vta.TestSupport;

namespace Vta.Hdl.Tests.Package;

/// <summary>What the package's README tells its users to type.</summary>
internal static class PackageReadme
{
    public static MarkdownPage Page { get; } = new("src/Vta.Hdl/README.md");

    /// <summary>The commands, a block each: make the package, use it in a new project, run that.</summary>
    public static IReadOnlyList<string> Commands => [.. Page.Blocks.Where(b => b.Language == "sh").Select(b => b.Text)];

    /// <summary>All C# of the page.</summary>
    public static IReadOnlyList<CodeBlock> Files => [.. Page.Blocks.Where(b => b.Language == "csharp")];

    /// <summary>The outputs: of the program, and of the mistake.</summary>
    public static IReadOnlyList<CodeBlock> Outputs => [.. Page.Blocks.Where(b => b.Language == "text")];
}
