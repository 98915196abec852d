using System.CommandLine;
using Vta.Cli.Host;
using Vta.Cli.Options;
using Vta.Cli.Output;
using Vta.NetworkCompiler;
using Vta.Networks;
using Vta.Networks.Graph;
using Vta.Networks.Graph.Printing;

namespace Vta.Cli.Commands;

/// <summary><c>vta inspect</c>: a network as it was imported.</summary>
internal static class InspectCommand
{
    public static Command Create(GlobalOptions global)
    {
        var path = new Argument<string>("MODEL") { Description = "Model file: TFLite or ONNX, quantised to 8 bits" };
        var rounding = RoundingOption.Create();
        var command = new Command("inspect", "Shows the nodes of a network with shapes, scales, zero points, rounding rule and work, and where each would run.")
        {
            path, rounding,
        };
        command.SetAction(parsed =>
        {
            var network = ModelFile.Load(parsed.GetRequiredValue(path), RoundingOption.Read(parsed, rounding));
            var layers = CompiledNetwork.Place(network, NetworkConfigurationOption.Read(global, parsed));
            if (parsed.GetValue(global.Json)) JsonOutput.Write(global.Host, NetworkOutput.ToJson(network, layers));
            else Write(global.Host.Output, network, layers);
            return ExitCode.Good;
        });
        return command;
    }

    private static void Write(TextWriter output, Network network, IReadOnlyList<Layer> layers)
    {
        NetworkPrinter.Write(output, network);
        foreach (var (index, layer) in layers.Index())
            output.WriteLine($"{index,5}   on the {(layer.IsOnDevice ? "accelerator" : "host")}: {layer.Remark}");
    }
}
