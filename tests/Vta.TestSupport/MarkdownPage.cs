using System.Text.RegularExpressions;

namespace Vta.TestSupport;

/// <summary>A block of code in a page.</summary>
/// <param name="Number">Its place among the blocks of the page, from 0 on.</param>
/// <param name="Language">What stands behind the three marks that open it.</param>
/// <param name="Text">The lines between the marks.</param>
public sealed record CodeBlock(int Number, string Language, string Text)
{
    /// <summary>The file that the block names in its first line, as in <c>// Counter.cs</c>; empty where it names none.</summary>
    public string FileName => Text.Split('\n')[0] is ['/', '/', ' ', .. var name] && !name.Contains(' ') ? name : "";

    /// <summary>The lines below the file's name.</summary>
    public string Body => FileName.Length > 0 ? Text[(Text.IndexOf('\n') + 1)..] : Text;
}

/// <summary>The blocks of code of a page of the documentation, and whether they are true.</summary>
/// <param name="page">The page, relative to the repository.</param>
public sealed partial class MarkdownPage(string page)
{
    private static readonly Lock s_lock = new();
    private readonly string _path = Path.Combine(GoldenFile.Repository, page);

    /// <summary>All blocks, in order.</summary>
    public IReadOnlyList<CodeBlock> Blocks =>
        [.. Block().Matches(File.ReadAllText(_path)).Select((m, i) => new CodeBlock(i, m.Groups["language"].Value, m.Groups["text"].Value))];

    /// <summary>Requires a text in a block. With <c>UPDATE_GOLDEN=1</c> in the environment the page is rewritten instead, but never by CI.</summary>
    public void Verify(CodeBlock block, string expected)
    {
        expected = expected.Trim() + '\n';
        if (GoldenFile.IsUpdate && Environment.GetEnvironmentVariable("CI") != "true")
        {
            lock (s_lock)
            {
                var text = File.ReadAllText(_path);
                var place = Block().Matches(text)[block.Number].Groups["text"];
                File.WriteAllText(_path, text[..place.Index] + expected + text[(place.Index + place.Length)..]);
            }
            return;
        }
        block.Text.Should().Be(expected, $"that is what block {block.Number} of {page} should say; if the change is meant, run the tests with UPDATE_GOLDEN=1");
    }

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<text>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();
}
