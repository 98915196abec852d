using System.CommandLine;
using System.Text.Json.Nodes;
using Vta.Cli.Host;
using Vta.Cli.Options;
using Vta.Cli.Output;
using Vta.Compiler;
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
            else global.Host.Output.WriteLine(new Env(config));
            return ExitCode.Good;
        });
        return command;
    }

    private static JsonObject ToJson(VtaConfig config)
    {
        var document = new JsonObject();
        foreach (var (name, value) in VtaEnvironment.Of(config)) document[name] = JsonOutput.Value(value);
        var intrinsics = new JsonObject();
        foreach (var intrinsic in new Env(config).Intrinsics) intrinsics[intrinsic.Name] = intrinsic.Summary;
        document["intrinsics"] = intrinsics;
        return document;
    }
}
