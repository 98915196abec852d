using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using Vta.Cli.Host;
using Vta.Cli.Options;
using Vta.Cli.Output;
using Vta.Cli.OwnModules;
using Vta.Hdl.Diagrams;
using Vta.Hdl.Ir;
using Vta.Isa.Files;

namespace Vta.Cli.Commands;

/// <summary><c>vta diagram</c>: a module of the accelerator, or of one's own, as a block diagram.</summary>
internal static class DiagramCommand
{
    private const string DefaultUnit = "Core";

    public static Command Create(GlobalOptions global)
    {
        var unit = new Argument<string?>("UNIT")
        {
            Description = $"The module to draw, by its name in Verilog, or that of its class with --from [default: {DefaultUnit}, or the only class]",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var file = new Option<string>("-o", "--output")
        {
            Description = "The SVG file to write",
            HelpName = "FILE",
            Required = true,
        };
        var shell = ShellOption.Create();
        var from = FromOption.Create();
        var command = new Command("diagram", "Draws a module of the accelerator, or of your own, as a block diagram.") { unit, file, shell, from };
        command.SetAction(parsed =>
        {
            var name = parsed.GetValue(unit);
            var module = parsed.GetValue(from) is { } source
                ? OfOwn(source, name)
                : ShellOption.Find(ShellOption.Elaborate(global.LoadConfig(parsed), parsed.GetRequiredValue(shell)), name ?? DefaultUnit, "UNIT");
            var path = parsed.GetRequiredValue(file);
            OutputFile.Write(path, Encoding.UTF8.GetBytes(BlockDiagram.Of(module)));
            if (parsed.GetValue(global.Json))
                JsonOutput.Write(global.Host, new JsonObject { ["module"] = module.DefinitionName, ["file"] = path });
            else
                global.Host.Output.WriteLine($"{path}: {module.DefinitionName}");
            return ExitCode.Good;
        });
        return command;
    }

    private static ModuleInstance OfOwn(string path, string? unit)
    {
        using var file = ModuleFile.Open(path);
        return file.Find(unit, "UNIT").Elaborate().Top;
    }
}
