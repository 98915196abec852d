using System.Globalization;
using System.Numerics;
using System.Text;

namespace Vta.Hdl.Formal;

/// <summary>Writes a counterexample as a test.</summary>
internal static class CounterexampleTest
{
    public static string Write(Counterexample counterexample, string module, string name)
    {
        var text = new StringBuilder();
        text.AppendLine("[Fact]");
        text.AppendLine($"public void {name}()");
        text.AppendLine("{");
        text.AppendLine($"    using var sim = new Simulator({module}.Elaborate());");
        foreach (var (path, value) in counterexample.PowerUp)
            Poke(text, path, value);
        var inputs = new Dictionary<string, BigInteger>();
        var waiting = (IsReset: false, Count: 0);
        foreach (var cycle in counterexample.Cycles)
        {
            var changes = cycle.Inputs.Where(i => inputs.GetValueOrDefault(i.Key) != i.Value).ToArray();
            if (changes.Length > 0 || cycle.IsReset != waiting.IsReset)
                waiting = Advance(text, waiting);
            foreach (var (input, value) in changes)
            {
                inputs[input] = value;
                Poke(text, input, value);
            }
            waiting = (cycle.IsReset, waiting.Count + 1);
        }
        Advance(text, (waiting.IsReset, waiting.Count - 1));
        text.AppendLine("    var failure = Assert.Throws<SimulationFailedException>(() => sim.Step());");
        text.AppendLine($"    Assert.Equal({Quoted(counterexample.Failure.Assertion.Message)}, failure.Assertion.Message);");
        text.AppendLine("}");
        return text.ToString();
    }

    private static (bool IsReset, int Count) Advance(StringBuilder text, (bool IsReset, int Count) cycles)
    {
        var count = cycles.Count == 1 ? "" : cycles.Count.ToString(CultureInfo.InvariantCulture);
        if (cycles.Count > 0)
            text.AppendLine($"    sim.{(cycles.IsReset ? "Reset" : "Step")}({count});");
        return default;
    }

    private static void Poke(StringBuilder text, string path, BigInteger value)
    {
        var number = value.ToString(CultureInfo.InvariantCulture);
        text.AppendLine($"    sim.Poke({Quoted(path)}, {(value <= ulong.MaxValue ? number : $"BigInteger.Parse(\"{number}\")")});");
    }

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\").Replace("\"", "\\\"").ReplaceLineEndings("\\n")}\"";
}
