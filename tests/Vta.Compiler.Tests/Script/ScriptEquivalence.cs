namespace Vta.Compiler.Tests;

/// <summary>
/// Whether two scripts are the same program: the same statements in the same loops, and expressions that have the same value whatever
/// those of the loops' variables are.
/// </summary>
internal static class ScriptEquivalence
{
    private const int Samples = 20;

    internal static void Verify(string actual, string expected)
    {
        var (found, wanted) = (ScriptParser.Parse(actual), ScriptParser.Parse(expected));
        found.Allocations.Should().Equal(wanted.Allocations);
        Compare(found.Body, wanted.Body, "", []);
    }

    private static void Compare(
        IReadOnlyList<ScriptNode> found, IReadOnlyList<ScriptNode> wanted, string path, List<(string Found, string Wanted, long Extent)> variables)
    {
        found.Select(node => node.Kind).Should().Equal(wanted.Select(node => node.Kind), $"these are the statements in {path}");
        for (var index = 0; index < found.Count; index++)
        {
            var (left, right) = (found[index], wanted[index]);
            var here = $"{path}/{index} {left.Kind}";
            var random = new Random(1);
            for (var sample = 0; sample < Samples; sample++)
            {
                var values = variables.Select(variable => random.NextInt64(variable.Extent)).ToList();
                var ours = variables.Zip(values).ToDictionary(pair => pair.First.Found, pair => pair.Second);
                var theirs = variables.Zip(values).ToDictionary(pair => pair.First.Wanted, pair => pair.Second);
                left.Values.Select(value => value(ours)).Should().Equal(right.Values.Select(value => value(theirs)), $"that is at {here} with {string.Join(", ", theirs)}");
            }
            List<(string, string, long)> inner = left.Variable is null
                ? variables
                : [.. variables.Where(variable => variable.Found != left.Variable && variable.Wanted != right.Variable),
                    (left.Variable, right.Variable!, left.Values[0](new Dictionary<string, long>()))];
            Compare(left.Body, right.Body, here, inner);
        }
    }
}
