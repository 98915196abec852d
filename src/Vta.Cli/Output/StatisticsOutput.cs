using System.Text.Json.Nodes;
using Vta.Isa.Launch;

namespace Vta.Cli.Output;

/// <summary>Execution statistics as JSON.</summary>
internal static class StatisticsOutput
{
    public static JsonObject ToJson(LaunchStatistics? statistics) =>
        new(statistics?.Named.Select(each => KeyValuePair.Create<string, JsonNode?>(each.Name, each.Value)) ?? []);
}
