using System.Text.Json.Nodes;
using Vta.Cli.Execution;
using Vta.Cli.Host;
using Vta.Cli.Output;
using Vta.Compiler;
using Vta.Compiler.Workloads;

namespace Vta.Cli.Reports;

/// <summary>What <c>run</c> and <c>cosim</c> say of a workload: line by line as it comes, or one document at the end.</summary>
/// <param name="host">Where it goes.</param>
/// <param name="json">Whether it is a document.</param>
internal sealed class WorkloadReport(CliHost host, bool json)
{
    public void Compiled(CompiledWorkload workload)
    {
        if (!json) host.Output.WriteLine($"{workload.Title}: {workload.Schedule}");
    }

    public void Ran(TargetRun run)
    {
        if (!json) TargetRunOutput.WriteText(host, run, run.Target, "equal to plain C# arithmetic");
    }

    /// <summary>Says what came of it.</summary>
    /// <returns>The exit code.</returns>
    public int Finish(WorkloadRun result)
    {
        if (json) JsonOutput.Write(host, ToJson(result));
        else WriteVerdict(result);
        return result.Failure?.Code ?? ExitCode.Good;
    }

    private static JsonObject ToJson(WorkloadRun result)
    {
        var document = new JsonObject
        {
            ["workload"] = result.Workload.Title,
            ["schedule"] = result.Workload.Schedule,
            ["verified"] = result.Verified,
            ["targets"] = new JsonArray([.. result.Runs.Select(TargetRunOutput.ToJson)]),
            ["differences"] = new JsonArray([.. result.Differences.Select(text => JsonValue.Create(text))]),
        };
        if (result.Failure is { Code: > ExitCode.CheckFailed } failure) document["error"] = failure.ToErrorReport().ToJson();
        return document;
    }

    private void WriteVerdict(WorkloadRun result)
    {
        foreach (var difference in result.Differences) host.Error.WriteLine($"targets differ: {difference}");

        // All targets count the same, but not all count cycles.
        var shown = result.Runs.MaxBy(run => run.Statistics?.CycleCount ?? -1);
        if (shown?.Statistics is not null && result.Differences.Count == 0)
        {
            host.Output.WriteLine(shown.Statistics);
            UnitCyclesOutput.WriteText(host.Output, shown.Cycles);
        }
        if (result.Failure is null) host.Output.WriteLine($"{(result.Verified ? "verified" : "ran")} on {string.Join(", ", result.Runs.Select(run => run.Target))}");
        else host.Error.WriteLine("NOT verified");
    }
}
