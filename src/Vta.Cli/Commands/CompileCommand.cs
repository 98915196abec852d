using System.CommandLine;
using System.Text.Json.Nodes;
using Vta.Cli.Host;
using Vta.Cli.Options;
using Vta.Cli.Output;

namespace Vta.Cli.Commands;

/// <summary><c>vta compile</c>: a workload as a bundle.</summary>
internal static class CompileCommand
{
    public static Command Create(GlobalOptions global)
    {
        var folder = new Option<string>("-o", "--output")
        {
            Description = "Folder to write to",
            HelpName = "BUNDLE",
            Required = true,
            Recursive = true,
        };
        var noData = new Option<bool>("--no-data")
        {
            Description = "Leave out inputs and expected outputs: a program to be called with any",
            Recursive = true,
        };
        var verb = new Command("compile", "Compiles a workload, and writes the program with inputs and expected outputs.") { folder, noData };
        WorkloadArgument.AddTo(verb, global, SeedOption.Create("the inputs"), (parsed, compile) =>
        {
            var workload = compile();
            var path = parsed.GetRequiredValue(folder);
            (parsed.GetValue(noData) ? workload.Bundle.WithoutValues() : workload.Bundle).Save(path);
            var instructions = workload.Bundle.Launches.Sum(launch => launch.InstructionCount);
            if (!parsed.GetValue(global.Json))
            {
                global.Host.Output.WriteLine($"{workload.Title}: {workload.Schedule}");
                global.Host.Output.WriteLine($"{path}: {instructions} instructions");
                return ExitCode.Good;
            }

            JsonOutput.Write(global.Host, new JsonObject
            {
                ["workload"] = workload.Title,
                ["schedule"] = workload.Schedule,
                ["bundle"] = path,
                ["instructions"] = instructions,
            });
            return ExitCode.Good;
        });
        return verb;
    }
}
