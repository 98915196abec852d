using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using Vta.Cli.Host;
using Vta.Cli.Options;
using Vta.Cli.Output;
using Vta.Hdl.Diagrams;
using Vta.Isa.Files;

namespace Vta.Cli.Commands;

/// <summary><c>vta diagram</c>: a module of the accelerator as a block diagram.</summary>
internal static class DiagramCommand
{
    private const string DefaultUnit = "Core";

    public static Command Create(GlobalOptions global)
    {
        var unit = new Argument<string>("UNIT")
        {
            Description = $"The module to draw, by its name in Verilog [default: {DefaultUnit}]",
            DefaultValueFactory = _ => DefaultUnit,
        };
        var file = new Option<string>("-o", "--output")
        {
            Description = "The SVG file to write",
            HelpName = "FILE",
            Required = true,
        };
        var shell = ShellOption.Create();
        var command = new Command("diagram", "Draws a module of the accelerator as a block diagram.") { unit, file, shell };
        command.SetAction(parsed =>
        {
            var design = ShellOption.Elaborate(global.LoadConfig(parsed), parsed.GetRequiredValue(shell));
            var module = ShellOption.Find(design, parsed.GetRequiredValue(unit), "UNIT");
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
}
