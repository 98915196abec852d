using System.CommandLine;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Vta.Cli.Execution;
using Vta.Cli.Options;
using Vta.Cli.Output;
using Vta.Isa;
using Vta.Networks;
using Vta.Networks.Graph;
using Vta.Networks.Graph.Tensors;
using Vta.Networks.Numbers;

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
        var saveAll = new Option<string?>("--save-all") { Description = "Folder for what each node makes, a file each", HelpName = "DIR" };
        var compare = new Option<string?>("--compare") { Description = "File with the bytes that come out of a good run", HelpName = "GOLDEN" };
        var target = new Option<string>("--target")
        {
            Description = $"Where to run: {NetworkRun.HostTarget}, plain C#",
            HelpName = "TARGET",
            DefaultValueFactory = _ => NetworkRun.HostTarget,
        };
        var rounding = RoundingOption.Create();
        var command = new Command("net", "Runs a network on inputs from files.")
        {
            model, inputs, output, saveAll, compare, target, rounding,
        };
        command.SetAction(parsed =>
        {
            RequireHost(parsed.GetRequiredValue(target));
            var network = ModelFile.Load(parsed.GetRequiredValue(model), RoundingOption.Read(parsed, rounding));
            var made = new List<(string, byte[])>();
            var run = NetworkRun.OnHost(
                network,
                [.. parsed.GetRequiredValue(inputs).Select(path => InputFile.ReadAllBytes(path))],
                parsed.GetValue(compare) is { } golden ? InputFile.ReadAllBytes(golden) : null,
                (node, bytes) =>
                {
                    if (parsed.GetValue(saveAll) is not null) made.Add(($"op{made.Count:d2}.t{node.Output.Id:d3}.bin", bytes.ToArray()));
                });
            if (parsed.GetValue(saveAll) is { } folder) OutputFolder.Write(folder, made);
            if (parsed.GetValue(output) is { } file) OutputFile.Write(file, [.. run.Outputs.SelectMany(bytes => bytes)]);
            var isCompared = parsed.GetValue(compare) is not null;
            Report(global, parsed.GetValue(global.Json), network, run, isCompared, parsed.GetValue(output));
            return run.Difference is null ? ExitCode.Good : ExitCode.CheckFailed;
        });
        return command;
    }

    private static void RequireHost(string target)
    {
        if (target != NetworkRun.HostTarget)
            throw new VtaInputException($"networks run on '{NetworkRun.HostTarget}' only, not yet on '{target}'", "--target");
    }

    private static void Report(GlobalOptions global, bool json, Network network, NetworkRun run, bool isCompared, string? file)
    {
        var verdict = run.Difference is not null ? "failed" : isCompared ? "verified" : "ran";
        if (json) JsonOutput.Write(global.Host, ToJson(network, run, verdict, file));
        else if (run.Difference is null) WriteText(global.Host.Output, network, run, verdict);
        else global.Host.Error.WriteLine($"{Printable.Of(network.Name)} on {run.Target}: FAILED: {run.Difference}");
    }

    private static void WriteText(TextWriter output, Network network, NetworkRun run, string verdict)
    {
        output.WriteLine($"{Printable.Of(network.Name)} on {run.Target}, rounding {network.Rounding.Name()}: {verdict}");
        foreach (var (tensor, bytes) in network.Outputs.Zip(run.Outputs))
            output.WriteLine($"output {tensor} {tensor.Shape} {tensor.Type.Name()}: sha256 {Hash(bytes)}");
    }

    private static JsonObject ToJson(Network network, NetworkRun run, string verdict, string? file) => new()
    {
        ["model"] = network.Name,
        ["rounding"] = network.Rounding.Name(),
        ["verified"] = verdict == "verified",
        ["targets"] = new JsonArray(new JsonObject
        {
            ["target"] = run.Target,
            ["verdict"] = verdict,
            ["verified"] = verdict == "verified",
            ["error"] = run.Difference,
            ["statistics"] = new JsonObject(),
            ["outputs"] = new JsonArray([.. network.Outputs.Zip(run.Outputs, (tensor, bytes) => new JsonObject
            {
                ["name"] = tensor.Name,
                ["file"] = file,
                ["sha256"] = Hash(bytes),
            })]),
            ["layers"] = new JsonArray([.. network.Nodes.Select((node, index) => new JsonObject
            {
                ["index"] = index,
                ["operator"] = node.Origin.Operator,
                ["where"] = run.Target,
                ["cycles"] = null,
            })]),
        }),
    };

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
