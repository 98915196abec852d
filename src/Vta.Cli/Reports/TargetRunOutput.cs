using System.Text.Json.Nodes;
using Vta.Cli.Execution;
using Vta.Cli.Host;
using Vta.Cli.Output;
using Vta.Isa;

namespace Vta.Cli.Reports;

/// <summary>How a target fared, as JSON and as lines.</summary>
internal static class TargetRunOutput
{
    public static JsonObject ToJson(TargetRun run) => new()
    {
        ["target"] = run.Target,
        ["available"] = run.Failure is not { IsUnavailable: true },
        ["verified"] = run.Verified,
        ["verdict"] = Verdict(run),
        ["statistics"] = StatisticsOutput.ToJson(run.Statistics),
        ["units"] = UnitCyclesOutput.ToJson(run.Cycles),
        ["notes"] = new JsonArray([.. run.Notes.Select(note => JsonValue.Create(note))]),
        ["error"] = run.Failure?.Line,
    };

    /// <summary>Writes a line: to standard output where all is well, else to standard error. Notes follow, a line each.</summary>
    /// <param name="host">Where it goes.</param>
    /// <param name="run">What came of it.</param>
    /// <param name="name">What ran.</param>
    /// <param name="verified">How success is called.</param>
    public static void WriteText(CliHost host, TargetRun run, string name, string verified)
    {
        name = Printable.Of(name);
        switch (run.Failure)
        {
            case null: host.Output.WriteLine($"{name}: {(run.IsChecked ? verified : "ran; nothing is expected")}{Cycles(run)}"); break;
            case { IsUnavailable: true } failure: host.Error.WriteLine($"{name}: not run: {failure.Line}"); break;
            case { Code: ExitCode.CheckFailed } failure: host.Error.WriteLine($"{name}: FAILED: {failure.Line}"); break;
            case { } failure: failure.ToErrorReport().Write(host, json: false); break;
        }

        if (run.Failure is null)
        {
            foreach (var note in run.Notes) host.Output.WriteLine($"  note: {note}");
        }

        // Someone may wait for it.
        host.Output.Flush();
    }

    private static string Verdict(TargetRun run) => run.Failure switch
    {
        null => run.IsChecked ? "verified" : "ran",
        { IsUnavailable: true } => "not run",
        { Code: ExitCode.CheckFailed } => "failed",
        { Code: ExitCode.BadInput } => "refused",
        _ => "internal error",
    };

    private static string Cycles(TargetRun run) => run.Statistics?.CycleCount is { } cycles ? $", {cycles} cycles" : "";
}
