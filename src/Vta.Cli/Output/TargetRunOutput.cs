using System.Text.Json.Nodes;
using Vta.Cli.Execution;

namespace Vta.Cli.Output;

/// <summary>How a target fared, as JSON and as a line.</summary>
internal static class TargetRunOutput
{
    public static JsonObject ToJson(TargetRun run) => new()
    {
        ["target"] = run.Target,
        ["available"] = run.Failure is not { IsUnavailable: true },
        ["verified"] = run.Verified,
        ["statistics"] = StatisticsOutput.ToJson(run.Statistics),
        ["error"] = run.Failure?.Line,
    };

    /// <summary>Writes a line: to standard output where all is well, else to standard error.</summary>
    /// <param name="host">Where it goes.</param>
    /// <param name="run">What came of it.</param>
    /// <param name="name">What ran.</param>
    /// <param name="verified">How success is called.</param>
    public static void WriteText(CliHost host, TargetRun run, string name, string verified)
    {
        switch (run.Failure)
        {
            case null: host.Output.WriteLine($"{name}: {verified}{Cycles(run)}"); break;
            case { Code: ExitCode.BadInput } failure: host.Error.WriteLine($"error: {failure.Line}"); break;
            case { IsUnavailable: true } failure: host.Error.WriteLine($"{name}: not run: {failure.Line}"); break;
            case { } failure: host.Error.WriteLine($"{name}: FAILED: {failure.Line}"); break;
        }
    }

    private static string Cycles(TargetRun run) => run.Statistics?.CycleCount is { } cycles ? $", {cycles} cycles" : "";
}
