using System.CommandLine;
using System.Text.Json.Nodes;
using Vta.Cli.Host;
using Vta.Cli.Options;
using Vta.Cli.Output;
using Vta.Cli.OwnModules;
using Vta.Hdl;
using Vta.Isa;

namespace Vta.Cli.Commands;

/// <summary><c>vta verilog</c>: the accelerator, or a module of one's own, as Verilog.</summary>
internal static class VerilogCommand
{
    public static Command Create(GlobalOptions global)
    {
        var folder = new Option<string>("-o", "--output")
        {
            Description = "Folder to write to; files of an earlier run that are no longer needed are removed",
            HelpName = "DIR",
            Required = true,
        };
        var shell = ShellOption.Create();
        var top = new Option<string?>("--top")
        {
            Description = "Write only this module and what is inside it, such as Load; with --from the class of the module [default: all, or the only class]",
            HelpName = "UNIT",
        };
        var locators = LocatorsOption.Create();
        var from = FromOption.Create();
        var command = new Command("verilog", "Writes the accelerator, or a module of your own, as Verilog, a file for each module.") { folder, shell, top, locators, from };
        command.SetAction(parsed =>
        {
            var shellName = parsed.GetRequiredValue(shell);
            var unit = parsed.GetValue(top);
            var design = parsed.GetValue(from) is { } file ? OfOwn(file, unit) : OfAccelerator(global.LoadConfig(parsed), shellName, unit);
            var written = VerilogFolder.Write(parsed.GetRequiredValue(folder), design, LocatorsOption.Of(parsed.GetRequiredValue(locators)));
            Report(global.Host, parsed.GetValue(global.Json), parsed.GetValue(from) is null ? shellName : null, written);
            return ExitCode.Good;
        });
        return command;
    }

    private static Design OfAccelerator(VtaConfig config, string shell, string? unit)
    {
        var design = ShellOption.Elaborate(config, shell);
        return unit is null ? design : new Design(ShellOption.Find(design, unit, "--top"));
    }

    private static Design OfOwn(string path, string? unit)
    {
        using var file = ModuleFile.Open(path);
        return file.Find(unit, "--top").Elaborate();
    }

    private static void Report(CliHost host, bool json, string? shell, VerilogFolder verilog)
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
