using System.Text.Json.Nodes;
using Vta.Cli.Execution;
using Vta.Cli.Host;
using Vta.Cli.Output;
using Vta.Runtime;

namespace Vta.Cli.Reports;

/// <summary>What comparisons in lock step found, as JSON and as lines.</summary>
internal static class LockstepOutput
{
    /// <summary>Says what was found.</summary>
    /// <returns>The exit code.</returns>
    public static int Write(CliHost host, IReadOnlyList<LockstepComparison> comparisons, bool json)
    {
        if (json)
        {
            JsonOutput.Write(host, new JsonObject
            {
                ["verified"] = comparisons.All(each => each.IsSame),
                ["lockstep"] = new JsonArray([.. comparisons.Select(ToJson)]),
            });
        }
        else
        {
            foreach (var comparison in comparisons)
                WriteText(host, comparison);
        }
        return comparisons.Select(each => each.Code).DefaultIfEmpty(ExitCode.Good).Max();
    }

    private static JsonObject ToJson(LockstepComparison comparison) => new()
    {
        ["program"] = comparison.Program,
        ["target"] = comparison.Target,
        ["same"] = comparison.IsSame,
        ["instructions"] = comparison.Result?.Instructions,
        ["states"] = comparison.Result?.Compared,
        ["instruction"] = comparison.Result?.Instruction,
        ["place"] = comparison.Result?.Difference?.Place,
        ["expected"] = comparison.Result?.Difference?.Expected,
        ["found"] = comparison.Result?.Difference?.Found,
        ["wave"] = comparison.Result?.Wave,
        ["error"] = comparison.Failure?.Line,
    };

    private static void WriteText(CliHost host, LockstepComparison comparison)
    {
        if (comparison.Failure is { } failure)
        {
            host.Error.WriteLine($"{comparison.Program} on {comparison.Target}: {(failure.IsUnavailable ? "not run" : "FAILED")}: {failure.Line}");
            return;
        }
        var result = comparison.Result!;
        if (result.Difference is not { } difference)
        {
            host.Output.WriteLine($"{comparison.Program} on {comparison.Target}: as {Devices.Fsim} in {result.Compared} states of {result.Instructions} instructions");
            return;
        }
        host.Error.WriteLine($"{comparison.Program} on {comparison.Target}: DIFFERS after {(result.Launch > 0 ? $"launch {result.Launch}, " : "")}{result.Instruction}");
        host.Error.WriteLine($"  {difference.Place}: {difference.Found}, expected {difference.Expected}");
        if (result.Wave is not null) host.Error.WriteLine($"  the cycles around it: {result.Wave}");
    }
}
