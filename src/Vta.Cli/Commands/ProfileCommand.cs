using System.CommandLine;
using Vta.Cli.Execution;
using Vta.Cli.Host;
using Vta.Cli.Options;
using Vta.Cli.Output;
using Vta.Cli.Reports;
using Vta.Isa;
using Vta.Isa.Files;
using Vta.Networks;
using Vta.Profiling.Html;
using Vta.Profiling.Report;
using Vta.Profiling.Traces;

namespace Vta.Cli.Commands;

/// <summary><c>vta profile</c>: where the cycles of a program, a workload or a network go.</summary>
internal static class ProfileCommand
{
    private const string DefaultFile = "profile.html";

    public static Command Create(GlobalOptions global)
    {
        var what = new Argument<string?>("MODEL|BUNDLE")
        {
            Description = "A network (TFLite or ONNX), or the folder of a program; or a workload, see below",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var file = new Option<string>("-o", "--output")
        {
            Description = "The HTML file to write",
            HelpName = "FILE",
            Recursive = true,
            DefaultValueFactory = _ => DefaultFile,
        };
        var events = new Option<string?>("--events")
        {
            Description = "Write the same as Chrome trace events too, for Perfetto or chrome://tracing",
            HelpName = "FILE",
            Recursive = true,
        };
        var instructions = new Option<bool>("--instructions") { Description = "List every instruction with its cycles", Recursive = true };
        var inputs = new Option<string[]>("--input") { Description = "Raw bytes of a network's input, once for each; zeros where left out", HelpName = "FILE" };
        var rounding = RoundingOption.Create();
        var seed = SeedOption.Create("the inputs of a workload and the stalls");
        var verb = new Command("profile", "Runs a network, a program or a workload on rtl, and shows where its cycles go: a table, and a page with a timeline.")
        {
            what, file, events, instructions, inputs, rounding,
        };
        var memory = new MemoryOptions(verb, seed);
        WorkloadArgument.AddTo(verb, global, seed, (parsed, compile) =>
        {
            var bundle = compile().Bundle;
            return Finish(parsed, ProfileRunner.Run(global.Host, bundle, memory.Read(parsed)));
        });
        verb.SetAction(parsed => parsed.GetValue(what) switch
        {
            null => throw new VtaInputException("is missing: name a model, a program's folder or a workload", what.Name),
            var path when BundleFile.IsBundle(path) =>
                Finish(parsed, ProfileRunner.Run(global.Host, BundleFile.Load(path, global.LoadExplicitConfig(parsed)), memory.Read(parsed))),
            var path when File.Exists(path) => Finish(parsed, ProfileRunner.Run(
                global.Host,
                ModelFile.Load(path, RoundingOption.Read(parsed, rounding)),
                NetworkConfigurationOption.Read(global, parsed),
                [.. parsed.GetValue(inputs)!.Select(input => InputFile.ReadAllBytes(input))],
                memory.Read(parsed))),
            var path => throw new VtaInputException("is no model, no program's folder and no workload (vta profile --help lists them)", path),
        });
        return verb;

        int Finish(ParseResult parsed, ProfileReport report)
        {
            var path = parsed.GetRequiredValue(file);
            OutputFile.Write(path, HtmlReport.Write(report));
            if (parsed.GetValue(events) is { } trace) OutputFile.Write(trace, ChromeTrace.Write(report));
            var output = new ProfileOutput(report, path, parsed.GetValue(events), parsed.GetValue(instructions));
            if (parsed.GetValue(global.Json)) JsonOutput.Write(global.Host, output.ToJson());
            else output.WriteText(global.Host);
            return report.Result is { Mismatches.Count: > 0 } ? ExitCode.CheckFailed : ExitCode.Good;
        }
    }
}
