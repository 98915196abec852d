using System.Text.Json.Nodes;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;

namespace Vta.Cli.Output;

/// <summary>Where the cycles of units went, as JSON and as lines.</summary>
internal static class UnitCyclesOutput
{
    /// <param name="cycles">Per unit; empty where there are no cycles.</param>
    public static JsonObject ToJson(IReadOnlyList<UnitCycles> cycles) =>
        new(cycles.Select((each, unit) => KeyValuePair.Create<string, JsonNode?>(((Unit)unit).Name(), ToJson(each))));

    /// <summary>Writes a line for each unit, and a title; nothing where there are no cycles.</summary>
    /// <param name="output">Where it goes.</param>
    /// <param name="cycles">Per unit.</param>
    public static void WriteText(TextWriter output, IReadOnlyList<UnitCycles> cycles)
    {
        if (cycles.Count == 0) return;
        output.WriteLine("Cycles of each unit:");
        for (var unit = 0; unit < cycles.Count; unit++)
        {
            var each = cycles[unit];
            output.WriteLine($"\t{((Unit)unit).Name(),-16}: "
                + string.Join(", ", Enum.GetValues<UnitActivity>().Select(activity => $"{activity.Name()} {each[activity]}")));
        }
    }

    /// <summary>What became of cycles of one unit.</summary>
    public static JsonObject ToJson(UnitCycles cycles) =>
        new(Enum.GetValues<UnitActivity>().Select(activity => KeyValuePair.Create<string, JsonNode?>(activity.Name(), cycles[activity])));
}
