using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Vta.TestSupport;

/// <summary>An example in the documentation: a region of a test's source between <c>// snippet NAME</c> and <c>// end</c>, and what comes of it.</summary>
/// <param name="Name">The name of the region, which starts the heading of a section.</param>
/// <param name="Run">Gives the message.</param>
public sealed record Snippet(string Name, Func<string> Run);

/// <summary>
/// Compares the examples of a page with the source they are taken from, and their messages with what is said: in each section whose heading starts
/// with a snippet's name, the block <c>csharp</c> is the snippet, and the block <c>text</c> the message. Lines are counted in the
/// snippet. With
/// <c>UPDATE_GOLDEN=1</c> in the environment the page is rewritten instead.
/// </summary>
public sealed partial class SnippetPage(string page, [CallerFilePath] string source = "")
{
    private readonly string[] _source = File.ReadAllLines(Path.Combine(GoldenFile.Repository, source.TrimStart('/')));
    private readonly string _page = Path.Combine(GoldenFile.Repository, page);

    /// <summary>The sections of the page: heading and text.</summary>
    public IReadOnlyList<string> Headings => [.. Heading().Matches(File.ReadAllText(_page)).Select(m => m.Groups[1].Value)];

    public void Verify(Snippet snippet)
    {
        var text = File.ReadAllText(_page);
        var code = Region(snippet.Name);
        var message = Place().Replace(snippet.Run(), m => InSnippet(snippet.Name, int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)));
        var section = Section(text, snippet.Name);
        var expected = Block(Block(section, "csharp", code), "text", message);
        if (GoldenFile.IsUpdate && Environment.GetEnvironmentVariable("CI") != "true")
        {
            File.WriteAllText(_page, text.Replace(section, expected));
            return;
        }
        section.Should().Be(expected, "that is the source, and what is said of it; if the change is meant, run the tests with UPDATE_GOLDEN=1");
    }

    /// <summary>A line of the source as the reader of the page finds it: in the example, or in the one that it builds on.</summary>
    private string InSnippet(string name, int line)
    {
        var start = Array.FindLastIndex(_source, line - 1, l => l.Trim().StartsWith("// snippet ", StringComparison.Ordinal));
        var around = _source[start].Trim()["// snippet ".Length..];
        Array.FindIndex(_source, start, l => l.Trim() == "// end").Should().BeGreaterThan(line - 1, "line {0} is inside a snippet", line);
        return $"{(around == name ? "Example" : around)}.cs:{line - start - 1}";
    }

    private static string Section(string text, string name)
    {
        var start = text.IndexOf($"\n## {name}", StringComparison.Ordinal);
        start.Should().BeGreaterThan(-1, "the page has a section ## {0}", name);
        var end = text.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return end < 0 ? text[start..] : text[start..end];
    }

    private static string Block(string section, string kind, string contents)
    {
        var block = new Regex($"```{kind}\n.*?```", RegexOptions.Singleline);
        return block.Replace(section, _ => $"```{kind}\n{contents.TrimEnd()}\n```", 1);
    }

    /// <summary>The text of a region without the indentation.</summary>
    private string Region(string name)
    {
        var start = Array.FindIndex(_source, l => l.Trim() == $"// snippet {name}");
        start.Should().BeGreaterThan(-1, "there is a region // snippet {0}", name);
        var lines = _source.Skip(start + 1).TakeWhile(l => l.Trim() != "// end").ToArray();
        var indent = lines.Where(l => l.Length > 0).Min(l => l.Length - l.TrimStart().Length);
        var code = new StringBuilder();
        foreach (var line in lines)
            code.Append(line.Length > indent ? line[indent..] : "").Append('\n');
        return code.ToString();
    }

    [GeneratedRegex(@"[\w./-]+\.cs:(\d+)")]
    private static partial Regex Place();

    [GeneratedRegex(@"^## (.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
