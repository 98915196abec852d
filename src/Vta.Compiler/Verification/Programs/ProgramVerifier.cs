using Vta.Isa.Programs;

namespace Vta.Compiler.Verification.Programs;

/// <summary>
/// Proves of a recorded program, without running it, that it comes to its end without faults and gives the same result in every timing of the units:
/// tokens balance and cannot deadlock, ranges and indices are in bounds, and what two units use, one of them writing, is ordered by tokens.
/// </summary>
public static class ProgramVerifier
{
    /// <summary>Checks all launches of a program.</summary>
    public static ProgramReport Check(ProgramBundle bundle)
    {
        var report = Check(bundle, command => command);
        var first = report.Findings.FirstOrDefault(finding => finding.Level == ProgramFindingLevel.Error);
        if (first is null)
            return report;
        var mended = first with { Mends = new MendSearch(bundle, first).Find() };
        return report with { Findings = [.. report.Findings.Select(finding => finding == first ? mended : finding)] };
    }

    /// <summary>Checks a program with some of its instructions changed.</summary>
    internal static ProgramReport Check(ProgramBundle bundle, Func<Command, Command> edit)
    {
        var (config, memory) = (bundle.Config, bundle.CreateDram());
        var report = new ReportBuilder(config);
        var (device, dram) = (new DeviceState(config, memory), new DramState(bundle, report));
        var instructions = 0L;
        foreach (var (launch, request) in bundle.Launches.Index())
        {
            IReadOnlyList<Command> commands = [.. LaunchCommands.Read(config, memory, request, launch).Select(edit)];
            instructions += commands.Count;
            if (!new LaunchCheck(config, request, commands, device, dram, report).Run())
                break;
        }
        dram.End();
        return new ProgramReport(instructions, bundle.Launches.Count, report.Findings);
    }
}
