using System.CommandLine;
using Vta.Cli.Host;
using Vta.Cli.Options;
using Vta.Cli.Output;
using Vta.Networks;
using Vta.Networks.Graph.Printing;

namespace Vta.Cli.Commands;

/// <summary><c>vta inspect</c>: a network as it was imported.</summary>
internal static class InspectCommand
{
    public static Command Create(GlobalOptions global)
    {
        var path = new Argument<string>("MODEL") { Description = "Model file: TFLite or ONNX, quantised to 8 bits" };
        var rounding = RoundingOption.Create();
        var command = new Command("inspect", "Shows the nodes of a network with shapes, scales, zero points, rounding rule and work.")
        {
            path, rounding,
        };
        command.SetAction(parsed =>
        {
            var network = ModelFile.Load(parsed.GetRequiredValue(path), RoundingOption.Read(parsed, rounding));
            if (parsed.GetValue(global.Json)) JsonOutput.Write(global.Host, NetworkOutput.ToJson(network));
            else NetworkPrinter.Write(global.Host.Output, network);
            return ExitCode.Good;
        });
        return command;
    }
}
