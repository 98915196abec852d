using System.Text.RegularExpressions;
using Vta.Compiler;
using Vta.Compiler.TensorExpressions;
using Vta.Isa;
using Vta.TestSupport;

namespace Vta.Examples.Tests;

/// <summary>
/// What <c>docs/schedules.md</c> shows is the examples' own: every block <c>csharp</c> is part of a source file, and every block <c>python</c> or
/// <c>text</c> of an output. Indentation and empty lines do not count.
/// </summary>
public sealed partial class SchedulesPageTests
{
    private static readonly string s_page = File.ReadAllText(Path.Combine(GoldenFile.Repository, "docs", "schedules.md"));

    private static readonly string[] s_sources = [.. ((string[])["Convolution", "VectorAdd", "CustomOperation", "BuildAndCall"])
        .SelectMany(example => Directory.GetFiles(Path.Combine(GoldenFile.Repository, "examples", example), "*.cs"))
        .Select(File.ReadAllText)];

    [Fact]
    public void Code_is_that_of_the_examples()
    {
        foreach (var block in Blocks("csharp"))
            s_sources.Select(Lines).Should().Contain(source => source.Contains(block), "an example has the lines\n{0}", block);
    }

    [Fact]
    public void The_whole_convolution_is_shown()
    {
        var steps = Step().Split(s_sources[0])[1..];
        steps.Should().HaveCount(7);
        foreach (var step in steps)
            Blocks("csharp").Should().Contain(Lines(step));
    }

    [Fact]
    public void Listings_are_what_the_examples_print()
    {
        string[] outputs = [.. ((string[])["Convolution", "VectorAdd", "BuildAndCall"]).Select(name => Lines(Example.Output(name, "fsim", "rtl")))];
        foreach (var block in Blocks("python").Concat(Blocks("text")))
            outputs.Should().Contain(output => output.Contains(block), "an example prints\n{0}", block);
    }

    [Fact]
    public void The_passes_are_those_that_run()
    {
        var env = new Env(VtaConfig.Default);
        var x = Te.Placeholder([1, 1, env.Batch, env.BlockOut], "x", env.AccType);
        var loaded = Te.Compute(x.Shape, i => x[i], "loaded");
        var y = Te.Compute(x.Shape, i => loaded[i].Cast(env.OutType), "y");
        var s = Te.CreateSchedule(y);
        s[loaded].SetScope(env.AccScope);
        s[loaded].Pragma(s[loaded].Axis[0], env.DmaCopy);
        s[y].Pragma(s[y].Axis[0], env.DmaCopy);
        var passes = Lowering.Lower(env, s, [x, y]).Passes.Select(pass => pass.Pass);
        Pass().Matches(s_page).Select(match => match.Groups[1].Value).Should().Equal(passes);
    }

    private static IEnumerable<string> Blocks(string kind) =>
        Regex.Matches(s_page, $"^```{kind}\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline).Select(match => Lines(match.Groups[1].Value));

    private static string Lines(string text) =>
        string.Join('\n', text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    [GeneratedRegex(@"^// \d\. .*\n", RegexOptions.Multiline)]
    private static partial Regex Step();

    [GeneratedRegex(@"^\| `(\w+)` \| [a-z]", RegexOptions.Multiline)]
    private static partial Regex Pass();
}
