using System.CommandLine;
using System.Text.Json.Nodes;
using Vta.Cli.Host;
using Vta.Cli.Options;
using Vta.Cli.Output;
using Vta.Runtime;

namespace Vta.Cli.Commands;

/// <summary><c>vta tvm-library</c>: the accelerator as the library that TVM's simulation loads.</summary>
internal static class TvmLibraryCommand
{
    public static Command Create(GlobalOptions global)
    {
        var file = new Option<string>("-o", "--output")
        {
            Description = "The library to write, which TVM looks for as libvta_hw.so",
            HelpName = "FILE",
            Required = true,
        };
        var command = new Command("tvm-library", "Writes the accelerator as the library that TVM's VTA simulation loads; needs Verilator.") { file };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(file);
            var config = global.LoadConfig(parsed);
            Progress.Show(global.Host, path, report =>
            {
                TvmLibrary.Write(config, path, report);
                return path;
            });
            if (parsed.GetValue(global.Json))
                JsonOutput.Write(global.Host, new JsonObject { ["file"] = path, ["bitstream"] = config.Bitstream });
            else
                global.Host.Output.WriteLine($"{path}: {config.Bitstream}");
            return ExitCode.Good;
        });
        return command;
    }
}
