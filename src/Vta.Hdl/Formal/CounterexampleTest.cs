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
        var waiting = (Move: "", Count: 0);
        foreach (var cycle in counterexample.Cycles)
        {
            var changes = cycle.Inputs.Where(i => inputs.GetValueOrDefault(i.Key) != i.Value).ToArray();
            var move = MoveOf(cycle);
            if (changes.Length > 0 || move != waiting.Move)
                waiting = Advance(text, waiting);
            foreach (var (input, value) in changes)
            {
                inputs[input] = value;
                Poke(text, input, value);
            }
            waiting = (move, waiting.Count + 1);
        }
        Advance(text, (waiting.Move, waiting.Count - 1));
        text.AppendLine($"    var failure = Assert.Throws<SimulationFailedException>(() => {Call(waiting.Move, 1)});");
        text.AppendLine($"    Assert.Equal({Quoted(counterexample.Failure.Assertion.Message)}, failure.Assertion.Message);");
        text.AppendLine("}");
        return text.ToString();
    }

    private static (string Move, int Count) Advance(StringBuilder text, (string Move, int Count) cycles)
    {
        if (cycles.Count > 0)
            text.AppendLine($"    {Call(cycles.Move, cycles.Count)};");
        return ("", 0);
    }

    /// <summary>What makes a cycle, without the closing bracket.</summary>
    private static string MoveOf(CounterexampleCycle cycle)
    {
        if (cycle.IsReset)
            return "sim.Reset(";
        var clocks = cycle.Clocks.Select(c => $"sim.Clock({Quoted(c.Name)})").ToArray();
        return clocks.Length > 1 ? $"sim.StepTogether({string.Join(", ", clocks)}" : $"sim.Step({clocks.FirstOrDefault()}";
    }

    private static string Call(string move, int count) => count == 1
        ? $"{move})"
        : move.StartsWith("sim.StepTogether", StringComparison.Ordinal)
            ? string.Join("; ", Enumerable.Repeat($"{move})", count))
            : $"{move}{(move[^1] == '(' ? "" : ", ")}{count.ToString(CultureInfo.InvariantCulture)})";

    private static void Poke(StringBuilder text, string path, BigInteger value)
    {
        var number = value.ToString(CultureInfo.InvariantCulture);
        text.AppendLine($"    sim.Poke({Quoted(path)}, {(value <= ulong.MaxValue ? number : $"BigInteger.Parse(\"{number}\")")});");
    }

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\").Replace("\"", "\\\"").ReplaceLineEndings("\\n")}\"";
}
