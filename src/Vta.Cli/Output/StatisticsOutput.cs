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
        foreach (var (name, value) in ToJson(statistics))
        {
            // TVM's simulator does not print it: it is for comparing targets.
            if (name != "acc_write_counter") output.WriteLine($"\t{name,-16}: {value,16}");
        }
    }
}
