using System.CommandLine;
using System.Text.Json.Nodes;
using Vta.Cli.Execution;
using Vta.Cli.Host;
using Vta.Cli.Options;
using Vta.Cli.Output;
using Vta.Isa;
using Vta.Isa.Files;
using Vta.Isa.Programs;
using Vta.Networks;

namespace Vta.Cli.Commands;

/// <summary><c>vta compile</c>: a workload or a network as bundles.</summary>
internal static class CompileCommand
{
    public static Command Create(GlobalOptions global)
    {
        var model = new Argument<string?>("MODEL")
        {
            Description = "A network (TFLite or ONNX); or a workload, see below",
            Arity = ArgumentArity.ZeroOrOne,
        };
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
        var inputs = new Option<string[]>("--input")
        {
            Description = "Raw bytes of a network's input, once for each; without, the program is one to be called with any",
            HelpName = "FILE",
        };
        var rounding = RoundingOption.Create();
        var verb = new Command("compile", "Compiles a workload or a network, and writes the program with inputs and expected outputs.")
        {
            model, folder, noData, inputs, rounding,
        };
        WorkloadArgument.AddTo(verb, global, SeedOption.Create("the inputs"), (parsed, compile) =>
        {
            var workload = compile();
            var path = parsed.GetRequiredValue(folder);
            (parsed.GetValue(noData) ? workload.Bundle.WithoutValues() : workload.Bundle).Save(path);
            var instructions = Instructions(workload.Bundle);
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
        verb.SetAction(parsed =>
        {
            if (parsed.GetValue(model) is not { } file)
                throw new VtaInputException("is missing: name a model or a workload", model.Name);
            if (!File.Exists(file) && !Directory.Exists(file))
                throw new VtaInputException("is no model and no workload (vta compile --help lists them)", file);
            var network = ModelFile.Load(file, RoundingOption.Read(parsed, rounding));
            IReadOnlyList<byte[]> values = [.. parsed.GetValue(inputs)!.Select(input => InputFile.ReadAllBytes(input))];
            var bundles = new NetworkFolder(network, NetworkConfigurationOption.Read(global, parsed))
                .Write(parsed.GetRequiredValue(folder), parsed.GetValue(noData) || values.Count == 0 ? null : values);
            if (parsed.GetValue(global.Json))
            {
                JsonOutput.Write(global.Host, new JsonObject
                {
                    ["model"] = network.Name,
                    ["bundles"] = new JsonArray([.. bundles.Select(bundle => new JsonObject { ["bundle"] = bundle.Path, ["instructions"] = Instructions(bundle.Bundle) })]),
                });
                return ExitCode.Good;
            }

            foreach (var (path, bundle) in bundles)
                global.Host.Output.WriteLine($"{path}: {Instructions(bundle)} instructions for {string.Join(", ", bundle.Sections.Select(section => section.Name))}");
            return ExitCode.Good;
        });
        return verb;
    }

    private static long Instructions(ProgramBundle bundle) => bundle.Launches.Sum(launch => launch.InstructionCount);
}
