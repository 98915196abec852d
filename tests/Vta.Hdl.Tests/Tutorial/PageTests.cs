using System.Text.RegularExpressions;
using HdlTutorial;
using Vta.Hdl.Verilog;
using Vta.TestSupport;

namespace Vta.Hdl.Tests.Tutorial;

/// <summary>The code in the tutorial is that of the examples, and of their Verilog. Indentation and numbers of lines are left out.</summary>
public sealed partial class PageTests
{
    private static readonly IReadOnlyList<CodeBlock> s_excerpts = [.. new MarkdownPage("docs/hdl/tutorial.md").Blocks.Where(b => b.FileName.Length > 0)];

    public static TheoryData<int> Excerpts => [.. s_excerpts.Select(b => b.Number)];

    [Theory]
    [MemberData(nameof(Excerpts))]
    public void An_excerpt_is_in_its_file(int number)
    {
        var excerpt = s_excerpts.Single(b => b.Number == number);
        var file = excerpt.Language == "verilog" ? Emitted(excerpt.FileName) : File.ReadAllText(Path.Combine(GoldenFile.Repository, excerpt.FileName));

        Plain(file).Should().Contain(Plain(excerpt.Body));
    }

    private static string Emitted(string name) =>
        Example.All.SelectMany(e => VerilogEmitter.Emit(e.Design().Elaborate())).Single(f => f.Name == name).Text;

    private static string Plain(string text) => Spaces().Replace(LineNumber().Replace(text, "$1"), " ");

    [GeneratedRegex(@"(\.cs):\d+")]
    private static partial Regex LineNumber();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
