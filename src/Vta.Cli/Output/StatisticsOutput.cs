using System.Text.Json;
using System.Text.Json.Nodes;
using Vta.Isa;

namespace Vta.Cli.Output;

/// <summary>Execution statistics as JSON, and as the text that TVM's simulator prints.</summary>
internal static class StatisticsOutput
{
    public static JsonObject ToJson(LaunchStatistics? statistics) =>
        statistics is null ? [] : JsonSerializer.SerializeToNode(statistics)!.AsObject();

    public static void WriteText(TextWriter output, LaunchStatistics statistics)
    {
        output.WriteLine("Execution statistics:");
        foreach (var (name, value) in ToJson(statistics)) output.WriteLine($"\t{name,-16}: {value,16}");
    }
}
