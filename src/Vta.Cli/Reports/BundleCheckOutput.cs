using System.Text.Json.Nodes;
using Vta.Cli.Execution;
using Vta.Cli.Host;
using Vta.Cli.Output;
using Vta.Compiler.Verification.Programs;
using Vta.Isa.Instructions;

namespace Vta.Cli.Reports;

/// <summary>What <c>vta check</c> says of a bundle.</summary>
internal static class BundleCheckOutput
{
    // Of each level. The first one counts: those after it often follow from it.
    private const int Shown = 8;

    public static void WriteText(CliHost host, BundleCheck check)
    {
        if (check.Report is not { } report)
        {
            check.Failure!.ToErrorReport().Write(host, json: false);
            return;
        }

        var isAccepted = check.ExitCode == ExitCode.Good;
        host.Output.WriteLine($"{check.Bundle}: {(isAccepted ? "accepted" : "REJECTED")}, {report.Instructions} instructions"
            + (report.Launches == 1 ? "" : $" in {report.Launches} launches"));
        foreach (var level in report.Findings.GroupBy(finding => finding.Level).OrderByDescending(level => level.Key))
        {
            foreach (var finding in level.Take(Shown)) WriteText(host.Output, finding, report.Launches > 1);
            if (level.Count() > Shown) host.Output.WriteLine($"  and {level.Count() - Shown} more of this level; --json has all");
        }
    }

    public static JsonObject ToJson(BundleCheck check)
    {
        var document = new JsonObject { ["bundle"] = check.Bundle, ["accepted"] = check.ExitCode == ExitCode.Good };
        if (check.Report is { } report)
        {
            document["instructions"] = report.Instructions;
            document["launches"] = report.Launches;
            document["findings"] = new JsonArray([.. report.Findings.Select(ToJson)]);
        }
        if (check.Failure is { } failure) document["error"] = failure.ToErrorReport().ToJson();
        return document;
    }

    private static void WriteText(TextWriter output, ProgramFinding finding, bool hasLaunches)
    {
        var launch = hasLaunches && finding.Instructions.Count > 0 ? $"launch {finding.Instructions[0].Launch}: " : "";
        output.WriteLine($"  {Name(finding.Level)}: {launch}{finding.Message}");
        foreach (var instruction in finding.Instructions) output.WriteLine($"    {instruction}");
        foreach (var (index, mend) in finding.Mends.Index()) output.WriteLine($"    {(index == 0 ? "mend" : "or")}: {mend}");
    }

    private static JsonObject ToJson(ProgramFinding finding)
    {
        var document = new JsonObject
        {
            ["kind"] = Kind(finding.Kind),
            ["level"] = Name(finding.Level),
            ["message"] = finding.Message,
            ["instructions"] = new JsonArray([.. finding.Instructions.Select(instruction => new JsonObject
            {
                ["launch"] = instruction.Launch,
                ["index"] = instruction.Index,
                ["text"] = instruction.Text,
            })]),
        };
        if (finding.Mends.Count > 0)
            document["mends"] = new JsonArray([.. finding.Mends.Select(mend => new JsonArray([.. mend.Changes.Select(ToJson)]))]);
        return document;
    }

    private static JsonObject ToJson(TokenChange change) => new()
    {
        ["first_instruction"] = change.First,
        ["last_instruction"] = change.Last,
        ["action"] = $"{(change.IsAdded ? "add" : "remove")} {(change.IsPush ? "push" : "pop")}",
        ["queue"] = TokenQueue.Name(change.Queue),
    };

    private static string Name(ProgramFindingLevel level) => level switch
    {
        ProgramFindingLevel.Error => "error",
        ProgramFindingLevel.Warning => "warning",
        _ => "note",
    };

    private static string Kind(ProgramFindingKind kind) => kind switch
    {
        ProgramFindingKind.BeyondBuffer => "beyond_buffer",
        ProgramFindingKind.OutsideMemory => "outside_memory",
        _ => $"{kind}".ToLowerInvariant(),
    };
}
