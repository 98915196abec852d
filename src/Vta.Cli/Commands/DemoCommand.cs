using System.CommandLine;
using Vta.Cli.Options;

namespace Vta.Cli.Commands;

/// <summary><c>vta demo</c>: the whole way, from the configuration to verified hardware, on one convolution.</summary>
internal static class DemoCommand
{
    public static Command Create(GlobalOptions global)
    {
        var folder = new Option<string>("-o", "--output")
        {
            Description = "Folder for what is generated",
            HelpName = "DIR",
            DefaultValueFactory = _ => Path.Combine("build", "demo"),
        };
        var command = new Command("demo", "Generates the accelerator, and runs a convolution of ResNet-18 on it, step by step.") { folder };
        command.SetAction(parsed =>
        {
            var demo = new Demo(global.Host, parsed.GetValue(global.Json), parsed.GetRequiredValue(folder));
            return demo.Run(global.ConfigPath(parsed));
        });
        return command;
    }
}
