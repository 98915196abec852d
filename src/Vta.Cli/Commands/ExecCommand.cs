using System.CommandLine;
using System.Text.Json.Nodes;
using Vta.Cli.Execution;
using Vta.Cli.Host;
using Vta.Cli.Options;
using Vta.Cli.Output;
using Vta.Cli.Reports;
using Vta.Isa;
using Vta.Isa.Programs;
using Vta.Runtime;

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
        var seed = SeedOption.Create("the stalls");
        var command = new Command("exec", "Runs programs and compares memory with what they expect.") { paths, seed };
        var simulation = new SimulationOptions(command, seed, Devices.Fsim);
        var lockstep = LockstepOption.Create();
        command.Add(lockstep);
        command.SetAction(parsed =>
        {
            var bundles = parsed.GetRequiredValue(paths);
            var targets = simulation.Targets(parsed);
            var runner = new TargetRunner(global.Host, simulation.Device(parsed, bundles.Length), simulation.IsStrict(parsed));
            var config = global.LoadExplicitConfig(parsed);
            if (parsed.GetValue(lockstep))
            {
                return LockstepOutput.Write(global.Host, [.. bundles.Select(path => BundleFile.Load(path, config)).SelectMany(bundle =>
                    LockstepComparison.Of(global.Host, bundle, LockstepOption.Compared(targets), simulation.Device(parsed)))], parsed.GetValue(global.Json));
            }
            var runs = bundles.SelectMany(path => Run(runner, path, targets, config));
            return parsed.GetValue(global.Json) ? WriteJson(global.Host, [.. runs]) : WriteText(global.Host, runs);
        });
        return command;
    }

    /// <summary>Runs a bundle on each target; a broken bundle fails on each, and no other with it.</summary>
    private static IEnumerable<BundleRun> Run(TargetRunner runner, string path, IReadOnlyList<string> targets, VtaConfig? config)
    {
        var name = BundleFile.NameOf(path);
        ProgramBundle bundle;
        try
        {
            bundle = BundleFile.Load(path, config);
        }
        catch (Exception exception)
        {
            var broken = RunFailure.Of(exception);
            return targets.Select(target => new BundleRun(name, new TargetRun(target, broken)));
        }

        return targets.Select(target => new BundleRun(name, runner.Run(bundle, target)));
    }

    private static int WriteJson(CliHost host, IReadOnlyList<BundleRun> runs)
    {
        var failure = WorstFailure(runs);
        var document = new JsonObject
        {
            ["verified"] = runs.All(each => each.Run.Verified),
            ["runs"] = new JsonArray([.. runs.Select(ToJson)]),
        };
        if (failure is { Code: > ExitCode.CheckFailed }) document["error"] = failure.ToErrorReport().ToJson();
        JsonOutput.Write(host, document);
        return failure?.Code ?? ExitCode.Good;
    }

    private static JsonObject ToJson(BundleRun bundle)
    {
        var run = TargetRunOutput.ToJson(bundle.Run);
        run.Insert(0, "bundle", bundle.Bundle);
        return run;
    }

    /// <summary>A line as each run ends; a single run shows its statistics.</summary>
    private static int WriteText(CliHost host, IEnumerable<BundleRun> runs)
    {
        var done = new List<BundleRun>();
        foreach (var run in runs)
        {
            // A bundle that cannot be read has one failure, whatever the target: said once.
            if (run.Run.Failure is null || !ReferenceEquals(done.LastOrDefault()?.Run.Failure, run.Run.Failure))
                TargetRunOutput.WriteText(host, run.Run, $"{run.Bundle} on {run.Run.Target}", "verified");
            done.Add(run);
        }

        if (done is [{ Run: { Failure: null, Statistics: { } statistics } }]) host.Output.WriteLine(statistics);
        else if (done.Count > 1) host.Output.WriteLine(Summary(done));
        return WorstFailure(done)?.Code ?? ExitCode.Good;
    }

    private static string Summary(List<BundleRun> runs)
    {
        var uncompared = runs.Count(each => each.Run is { Failure: null, IsChecked: false });
        return $"{runs.Count(each => each.Run.Verified)} of {runs.Count} runs verified" + (uncompared == 0 ? "" : $", {uncompared} ran with nothing expected");
    }

    // What is wrong with the input counts for more than what a check found.
    private static RunFailure? WorstFailure(IEnumerable<BundleRun> runs) =>
        runs.Select(each => each.Run.Failure).Where(failure => failure is not null).MaxBy(failure => failure!.Code);
}
