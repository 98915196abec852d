using System.CommandLine;
using System.Text.Json.Nodes;
using Vta.Cli.Errors;
using Vta.Cli.Execution;
using Vta.Cli.Options;
using Vta.Cli.Output;

namespace Vta.Cli.Commands;

/// <summary><c>vta exec</c>: runs programs from files.</summary>
internal static class ExecCommand
{
    public static Command Create(GlobalOptions global)
    {
        var paths = new Argument<string[]>("BUNDLE")
        {
            Description = "Folders of programs, each with its program.json; each brings its own configuration",
            Arity = ArgumentArity.OneOrMore,
        };
        var target = TargetOption.Create();
        var command = new Command("exec", "Runs programs and compares memory with what they expect.") { paths, target };
        command.SetAction(parsed =>
        {
            var targets = TargetOption.Read(parsed, target);
            var config = global.LoadExplicitConfig(parsed);
            var runs = parsed.GetRequiredValue(paths).SelectMany(path => BundleRunner.Run(path, targets, config));
            return parsed.GetValue(global.Json) ? WriteJson(global.Host, [.. runs]) : WriteText(global.Host, runs);
        });
        return command;
    }

    private static int WriteJson(CliHost host, IReadOnlyList<BundleRun> runs)
    {
        var failure = runs.FirstOrDefault(run => !run.Verified)?.Failure;
        var document = new JsonObject
        {
            ["verified"] = failure is null,
            ["runs"] = new JsonArray([.. runs.Select(ToJson)]),
        };
        if (failure is { Code: ExitCode.BadInput })
            document["error"] = new ErrorReport(failure.Message, failure.Where, failure.Code).ToJson();
        JsonOutput.Write(host, document);
        return failure?.Code ?? ExitCode.Good;
    }

    private static JsonObject ToJson(BundleRun run) => new()
    {
        ["bundle"] = run.Bundle,
        ["target"] = run.Target,
        ["verified"] = run.Verified,
        ["statistics"] = StatisticsOutput.ToJson(run.Statistics),
        ["error"] = run.Failure?.Line,
    };

    /// <summary>A line as each run ends; a single run shows its statistics.</summary>
    private static int WriteText(CliHost host, IEnumerable<BundleRun> runs)
    {
        var done = new List<BundleRun>();
        foreach (var run in runs)
        {
            // A broken bundle is the same on every target: said once.
            if (run.Failure is null || done.LastOrDefault()?.Failure != run.Failure) WriteText(host, run);
            done.Add(run);
        }

        if (done is [{ Verified: true, Statistics: { } statistics }]) StatisticsOutput.WriteText(host.Output, statistics);
        else if (done.Count > 1) host.Output.WriteLine($"{done.Count(run => run.Verified)} of {done.Count} runs verified");
        return done.FirstOrDefault(run => !run.Verified)?.Failure!.Code ?? ExitCode.Good;
    }

    private static void WriteText(CliHost host, BundleRun run)
    {
        if (run.Failure is null) host.Output.WriteLine($"{run.Bundle} on {run.Target}: verified{Cycles(run)}");
        else if (run.Failure.Code == ExitCode.BadInput) host.Error.WriteLine($"error: {run.Failure.Line}");
        else host.Error.WriteLine($"{run.Bundle} on {run.Target}: FAILED: {run.Failure.Line}");
    }

    private static string Cycles(BundleRun run) => run.Statistics?.CycleCount is { } cycles ? $", {cycles} cycles" : "";
}
