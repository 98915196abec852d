using System.CommandLine;
using System.Text.Json.Nodes;
using Vta.Cli.Host;
using Vta.Cli.Options;
using Vta.Cli.Output;
using Vta.Cli.OwnModules;

namespace Vta.Cli.Commands;

/// <summary><c>vta bitstream</c>: from a module of one's own to a bitstream for an iCE40.</summary>
internal static class BitstreamCommand
{
    public static Command Create(GlobalOptions global)
    {
        var unit = new Argument<string?>("MODULE")
        {
            Description = "The class of the top module [default: the only one that names a device]",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var from = FromOption.Create();
        from.Required = true;
        var folder = new Option<string>("-o", "--output")
        {
            Description = "Folder for the Verilog, the pins, the script build.sh, and what it makes",
            HelpName = "DIR",
            Required = true,
        };
        var only = new Option<bool>("--no-build") { Description = "Write what is needed, and do not run the tools" };
        var command = new Command("bitstream", "Makes a bitstream for an iCE40 of a module with pins, with Yosys, nextpnr and icepack.") { unit, from, folder, only };
        command.SetAction(parsed =>
        {
            using var file = ModuleFile.Open(parsed.GetRequiredValue(from)!);
            var project = file.FindForDevice(parsed.GetValue(unit), "MODULE").Project();
            var target = parsed.GetRequiredValue(folder);
            FileSet.Write(target, project.Files);
            var result = parsed.GetValue(only) ? null : BitstreamBuild.Run(target, project);
            if (!parsed.GetValue(global.Json))
            {
                global.Host.Output.WriteLine(result?.ToString() ?? $"{target}: {project.Top}.pcf and {Vta.Hdl.Boards.Ice40Project.Script}");
                return ExitCode.Good;
            }
            JsonOutput.Write(global.Host, new JsonObject { ["directory"] = target, ["top"] = project.Top, ["bitstream"] = result?.ToJson() });
            return ExitCode.Good;
        });
        return command;
    }
}
