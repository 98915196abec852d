using System.CommandLine;
using System.Text.Json.Nodes;
using Vta.Cli.Options;
using Vta.Cli.Output;
using Vta.Hardware;
using Vta.Hdl;
using Vta.Hdl.Ir;
using Vta.Isa;

namespace Vta.Cli.Commands;

/// <summary><c>vta verilog</c>: the accelerator as Verilog.</summary>
internal static class VerilogCommand
{
    private static readonly Dictionary<string, Func<VtaConfig, Module>> Shells = new()
    {
        ["sim"] = config => new Accelerator(config),
        ["axi"] = config => new AxiShell(config),
    };

    public static Command Create(GlobalOptions global)
    {
        var folder = new Option<string>("-o", "--output")
        {
            Description = "Folder to write to; files of an earlier run that are no longer needed are removed",
            HelpName = "DIR",
            Required = true,
        };
        var shell = new Option<string>("--shell")
        {
            Description = $"What surrounds the core: {string.Join(", ", Shells.Keys)}",
            HelpName = "SHELL",
            DefaultValueFactory = _ => "sim",
        };
        var top = new Option<string?>("--top")
        {
            Description = "Write only this module and what is inside it, such as Load [default: all]",
            HelpName = "UNIT",
        };
        var command = new Command("verilog", "Writes the accelerator as Verilog, a file for each module.") { folder, shell, top };
        command.SetAction(parsed =>
        {
            var shellName = parsed.GetRequiredValue(shell);
            var design = Elaborate(global.LoadConfig(parsed), shellName);
            if (parsed.GetValue(top) is { } unit) design = new Design(Find(design, unit));
            Report(global.Host, parsed.GetValue(global.Json), shellName, VerilogFolder.Write(parsed.GetRequiredValue(folder), design));
            return ExitCode.Good;
        });
        return command;
    }

    private static Design Elaborate(VtaConfig config, string shell) => Shells.TryGetValue(shell, out var create)
        ? create(config).Elaborate()
        : throw new VtaInputException($"unknown shell '{shell}'; {NearestName.Suggest(shell, Shells.Keys)}", "--shell");

    private static ModuleInstance Find(Design design, string unit)
    {
        var modules = design.Top.SelfAndDescendants().ToList();
        return modules.FirstOrDefault(module => module.DefinitionName.Equals(unit, StringComparison.OrdinalIgnoreCase))
            ?? throw new VtaInputException(
                $"unknown module '{unit}'; {NearestName.Suggest(unit, [.. modules.Select(module => module.DefinitionName).Distinct()])}", "--top");
    }

    private static void Report(CliHost host, bool json, string shell, VerilogFolder verilog)
    {
        if (!json)
        {
            host.Output.WriteLine(verilog);
            return;
        }

        JsonOutput.Write(host, new JsonObject
        {
            ["directory"] = verilog.Folder,
            ["shell"] = shell,
            ["top"] = verilog.Top,
            ["files"] = new JsonArray([.. verilog.Files.Select(file => JsonValue.Create(file.Name))]),
        });
    }
}
