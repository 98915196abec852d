using System.CommandLine;
using Vta.Cli.Execution;
using Vta.Cli.Options;
using Vta.Cli.Reports;

namespace Vta.Cli.Commands;

/// <summary>A verb that compiles a workload and runs it on targets; several are compared with each other.</summary>
internal static class WorkloadVerb
{
    /// <param name="global">What every verb takes.</param>
    /// <param name="name">The verb.</param>
    /// <param name="description">What it does.</param>
    /// <param name="targets">Where it runs when nothing is said.</param>
    public static Command Create(GlobalOptions global, string name, string description, params string[] targets)
    {
        var seed = SeedOption.Create("the inputs and the stalls");
        var verb = new Command(name, description);
        var simulation = new SimulationOptions(verb, seed, targets);
        var lockstep = LockstepOption.Create();
        if (targets.Length > 1) verb.Add(lockstep);
        WorkloadArgument.AddTo(verb, global, seed, (parsed, compile) =>
        {
            var report = new WorkloadReport(global.Host, parsed.GetValue(global.Json));
            var wanted = simulation.Targets(parsed);
            var runner = new TargetRunner(global.Host, simulation.Device(parsed), simulation.IsStrict(parsed));
            var workload = compile();
            report.Compiled(workload);
            if (parsed.GetValue(lockstep))
            {
                var comparisons = LockstepComparison.Of(global.Host, workload.Bundle, LockstepOption.Compared(wanted), simulation.Device(parsed));
                return LockstepOutput.Write(global.Host, comparisons, parsed.GetValue(global.Json));
            }
            return report.Finish(WorkloadRun.Of(workload, wanted, runner, report.Ran));
        });
        return verb;
    }
}
