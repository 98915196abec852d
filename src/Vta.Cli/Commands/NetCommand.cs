using System.CommandLine;
using Vta.Cli.Execution;
using Vta.Cli.Host;
using Vta.Cli.Options;
using Vta.Cli.Output;
using Vta.Cli.Reports;
using Vta.Isa;
using Vta.Isa.Files;
using Vta.NetworkCompiler;
using Vta.Networks;
using Vta.Networks.Graph;
using Vta.Runtime;

namespace Vta.Cli.Commands;

/// <summary><c>vta net</c>: runs a network.</summary>
internal static class NetCommand
{
    public static Command Create(GlobalOptions global)
    {
        var model = new Argument<string>("MODEL") { Description = "Model file: TFLite or ONNX, quantised to 8 bits" };
        var inputs = new Option<string[]>("--input")
        {
            Description = "Raw bytes of an input; once for each input, in order",
            HelpName = "FILE",
            Required = true,
        };
        var output = new Option<string?>("-o", "--output") { Description = "File for the raw bytes of the output", HelpName = "FILE" };
        var saveAll = new Option<string?>("--save-all") { Description = "Folder for what each node makes, a file each; each node is a program of its own then", HelpName = "DIR" };
        var separate = new Option<bool>("--separate") { Description = "Make each node a program of its own, so that its cycles can be counted" };
        var compare = new Option<string?>("--compare") { Description = "File with the bytes that come out of a good run", HelpName = "GOLDEN" };
        var rounding = RoundingOption.Create();
        var seed = SeedOption.Create("the stalls");
        var command = new Command("net", "Runs a network on inputs from files. Without --config, the configuration gets the extensions that networks need.")
        {
            model, inputs, output, saveAll, separate, compare, rounding, seed,
        };
        var simulation = new SimulationOptions(command, seed, NetworkRun.Targets, [Devices.Fsim]);
        command.SetAction(parsed =>
        {
            var network = ModelFile.Load(parsed.GetRequiredValue(model), RoundingOption.Read(parsed, rounding));
            var targets = simulation.Targets(parsed);
            var golden = parsed.GetValue(compare) is { } path ? InputFile.ReadAllBytes(path) : null;
            NetworkRun.RequireExpected(network, golden);
            var config = NetworkConfigurationOption.Read(global, parsed);
            var runner = new NetworkRunner(global.Host, network, config, simulation.Device(parsed), parsed.GetValue(separate) || parsed.GetValue(saveAll) is not null);
            IReadOnlyList<byte[]> bytes = [.. parsed.GetRequiredValue(inputs).Select(file => InputFile.ReadAllBytes(file))];
            List<NetworkRun> runs = [.. targets.Select(target => runner.Run(target, bytes, golden))];
            if (runs.Find(run => run.Failure is null) is { } good)
                Write(network, good, parsed.GetValue(saveAll), parsed.GetValue(output));
            var report = new NetworkRunOutput(network, runs, parsed.GetValue(output));
            if (parsed.GetValue(global.Json)) JsonOutput.Write(global.Host, report.ToJson());
            else report.WriteText(global.Host);
            return runs.Select(run => run.Failure?.Code ?? ExitCode.Good).Max();
        });
        return command;
    }

    private static void Write(Network network, NetworkRun run, string? folder, string? file)
    {
        if (folder is not null)
        {
            OutputFolder.Write(folder, [.. network.Nodes.Select((node, index) => ($"op{index:d2}.t{node.Output.Id:d3}.bin", run.Made[node.Output]))]);
        }
        if (file is not null) OutputFile.Write(file, [.. run.Outputs.SelectMany(bytes => bytes)]);
    }
}
