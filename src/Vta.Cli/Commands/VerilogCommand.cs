using System.CommandLine;
using System.Text.Json.Nodes;
using Vta.Cli.Host;
using Vta.Cli.Options;
using Vta.Cli.Output;
using Vta.Hdl;

namespace Vta.Cli.Commands;

/// <summary><c>vta verilog</c>: the accelerator as Verilog.</summary>
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
            Description = "Write only this module and what is inside it, such as Load [default: all]",
            HelpName = "UNIT",
        };
        var locators = LocatorsOption.Create();
        var command = new Command("verilog", "Writes the accelerator as Verilog, a file for each module.") { folder, shell, top, locators };
        command.SetAction(parsed =>
        {
            var shellName = parsed.GetRequiredValue(shell);
            var design = ShellOption.Elaborate(global.LoadConfig(parsed), shellName);
            if (parsed.GetValue(top) is { } unit) design = new Design(ShellOption.Find(design, unit, "--top"));
            var written = VerilogFolder.Write(parsed.GetRequiredValue(folder), design, LocatorsOption.Of(parsed.GetRequiredValue(locators)));
            Report(global.Host, parsed.GetValue(global.Json), shellName, written);
            return ExitCode.Good;
        });
        return command;
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
