using System.CommandLine;
using System.Text.Json.Nodes;
using Vta.Cli.Options;
using Vta.Cli.Output;
using Vta.Isa;

namespace Vta.Cli.Commands;

/// <summary><c>vta env</c>: what follows from a configuration.</summary>
internal static class EnvCommand
{
    public static Command Create(GlobalOptions global)
    {
        var command = new Command("env", "Shows all parameters that follow from the configuration, and the intrinsics.");
        command.SetAction(parsed =>
        {
            var config = global.LoadConfig(parsed);
            if (parsed.GetValue(global.Json)) JsonOutput.Write(global.Host, ToJson(config));
            else WriteText(global.Host.Output, config);
            return ExitCode.Good;
        });
        return command;
    }

    private static JsonObject ToJson(VtaConfig config)
    {
        var document = new JsonObject();
        foreach (var (name, value) in VtaEnvironment.Of(config)) document[name] = JsonOutput.Value(value);
        var intrinsics = new JsonObject();
        foreach (var (name, meaning) in Intrinsics(config)) intrinsics[name] = meaning;
        document["intrinsics"] = intrinsics;
        return document;
    }

    /// <summary>A Python dictionary, as TVM prints its environment; the intrinsics, which TVM leaves out, follow.</summary>
    private static void WriteText(TextWriter output, VtaConfig config)
    {
        var entries = VtaEnvironment.Of(config).Select(entry => $"'{entry.Key}': {(entry.Value is string text ? $"'{text}'" : entry.Value)}");
        output.WriteLine("{" + string.Join(",\n ", entries) + "}");
        output.WriteLine();
        output.WriteLine("Intrinsics:");
        foreach (var (name, meaning) in Intrinsics(config)) output.WriteLine($"  {name,-8}  {meaning}");
    }

    private static IEnumerable<(string Name, string Meaning)> Intrinsics(VtaConfig config)
    {
        yield return ("gemm", $"{Shape(config.Acc)} += {Shape(config.Inp)} * transpose({Shape(config.Wgt)})");
        yield return ("alu", $"{Shape(config.Acc)} = op({Shape(config.Acc)}, {Shape(config.Acc)} or imm16), op: {config.AluOperations}");
        yield return ("dma_copy", "DRAM to uop, inp, wgt, acc (with zero padding); out to DRAM");
    }

    private static string Shape(BufferShape buffer) => $"{buffer.Name}[{buffer.Rows}x{buffer.Columns} int{buffer.Width}]";
}
