using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Vta.Cli.Execution;
using Vta.Cli.Host;
using Vta.Cli.Output;
using Vta.Isa;
using Vta.Networks.Graph;
using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;
using Vta.Networks.Numbers;

namespace Vta.Cli.Reports;

/// <summary>How a network fared on its targets, as JSON and as lines.</summary>
/// <param name="network">The network.</param>
/// <param name="runs">A run for each target.</param>
/// <param name="file">The file of the output; null for none.</param>
internal sealed class NetworkRunOutput(Network network, IReadOnlyList<NetworkRun> runs, string? file)
{
    public JsonObject ToJson() => new()
    {
        ["model"] = network.Name,
        ["rounding"] = network.Rounding.Name(),
        ["verified"] = runs.All(run => run is { Failure: null, IsChecked: true }),
        ["targets"] = new JsonArray([.. runs.Select(ToJson)]),
    };

    /// <summary>Writes a line for each target and each output: to standard output where all is well, else to standard error.</summary>
    public void WriteText(CliHost host)
    {
        foreach (var run in runs)
        {
            var name = $"{Printable.Of(network.Name)} on {run.Target}";
            if (run.Failure is { } failure)
                host.Error.WriteLine($"{name}: {(failure.IsUnavailable ? "not run" : "FAILED")}: {failure.Line}");
            else
                WriteText(host.Output, run, name);
        }
    }

    private void WriteText(TextWriter output, NetworkRun run, string name)
    {
        var cycles = run.Statistics?.CycleCount is { } count ? $", {count} cycles" : "";
        output.WriteLine($"{name}, rounding {network.Rounding.Name()}: {Verdict(run)}{cycles}");
        if (run.Layers.Any(layer => !layer.IsOnDevice && layer.Node is not Reshape))
        {
            foreach (var reason in run.Layers.Where(layer => !layer.IsOnDevice && layer.Node is not Reshape).GroupBy(layer => layer.Remark))
                output.WriteLine($"on the host: {string.Join(", ", reason.Select(layer => layer.Node.Origin))}: {reason.Key}");
        }
        foreach (var (node, index) in network.Nodes.Select((node, index) => (node, index)).Where(each => run.Cycles.ContainsKey(each.node.Output)))
            output.WriteLine($"{index,4} {node.Origin.Operator,-20} {run.Cycles[node.Output],10} cycles");
        foreach (var (tensor, bytes) in network.Outputs.Zip(run.Outputs))
            output.WriteLine($"output {tensor} {tensor.Shape} {tensor.Type.Name()}: sha256 {Hash(bytes)}");
    }

    private JsonObject ToJson(NetworkRun run) => new()
    {
        ["target"] = run.Target,
        ["available"] = run.Failure is not { IsUnavailable: true },
        ["verdict"] = Verdict(run),
        ["verified"] = run is { Failure: null, IsChecked: true },
        ["error"] = run.Failure?.Line,
        ["statistics"] = StatisticsOutput.ToJson(run.Statistics),
        ["outputs"] = new JsonArray([.. network.Outputs.Zip(run.Outputs, (tensor, bytes) => new JsonObject
        {
            ["name"] = tensor.Name,
            ["file"] = file,
            ["sha256"] = Hash(bytes),
        })]),
        ["layers"] = new JsonArray([.. network.Nodes.Select((node, index) => Layer(run, node, index))]),
    };

    private static JsonObject Layer(NetworkRun run, Node node, int index)
    {
        var layer = index < run.Layers.Count ? run.Layers[index] : null;
        return new()
        {
            ["index"] = index,
            ["operator"] = node.Origin.Operator,
            ["where"] = layer is { IsOnDevice: true } ? "device" : "host",
            ["remark"] = layer?.Remark,
            ["cycles"] = run.Cycles.TryGetValue(node.Output, out var cycles) ? cycles : null,
        };
    }

    private static string Verdict(NetworkRun run) => run.Failure switch
    {
        null => run.IsChecked ? "verified" : "ran",
        { IsUnavailable: true } => "not run",
        _ => "failed",
    };

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
