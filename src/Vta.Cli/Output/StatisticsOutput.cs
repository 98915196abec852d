using System.Text.Json;
using System.Text.Json.Nodes;
using Vta.Isa;

namespace Vta.Cli.Output;

/// <summary>Execution statistics as JSON.</summary>
internal static class StatisticsOutput
{
    public static JsonObject ToJson(LaunchStatistics? statistics) =>
        statistics is null ? [] : JsonSerializer.SerializeToNode(statistics)!.AsObject();
}
