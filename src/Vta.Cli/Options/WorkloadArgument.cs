using System.CommandLine;
using Vta.Cli.Output;
using Vta.Cli.Workloads;
using Vta.Compiler;
using Vta.Compiler.Workloads;

namespace Vta.Cli.Options;

/// <summary>What a verb does with the workload that its command line names.</summary>
/// <param name="parsed">The command line.</param>
/// <param name="compile">Compiles the workload.</param>
internal delegate int WorkloadAction(ParseResult parsed, Func<CompiledWorkload> compile);

/// <summary>WORKLOAD: a subcommand for each workload, with the options of that workload.</summary>
internal static class WorkloadArgument
{
    /// <summary>Adds the workloads to a verb.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="global">Names the configuration to compile for.</param>
    /// <param name="seed">The verb's seed, which is that of the inputs.</param>
    /// <param name="action">What the verb does.</param>
    public static void AddTo(Command verb, GlobalOptions global, Option<int> seed, WorkloadAction action)
    {
        var noCheck = new Option<bool>("--no-check")
        {
            Description = "Leave the result in plain C# arithmetic out, which takes its time for large shapes: nothing is compared with it",
            Recursive = true,
        };
        verb.Add(seed);
        verb.Add(noCheck);
        foreach (var workload in WorkloadCatalog.All) verb.Add(Create(workload, global, seed, noCheck, action));
    }

    private static Command Create(Workload workload, GlobalOptions global, Option<int> seed, Option<bool> noCheck, WorkloadAction action)
    {
        var schedule = new Option<string>("--schedule")
        {
            Description = $"How it is scheduled: {string.Join(", ", workload.Schedules)}",
            HelpName = "NAME",
            DefaultValueFactory = _ => Workload.AutoSchedule,
        };
        var options = workload.Options.ToDictionary(option => option.Name, option => new Option<string?>($"--{option.Name}")
        {
            Description = Capitalised(option.Help),
            HelpName = option.Value,
        });
        var command = new Command(workload.Name, Capitalised(workload.Summary)) { schedule };
        foreach (var option in options.Values) command.Add(option);
        command.SetAction(parsed =>
        {
            var arguments = new WorkloadArguments
            {
                Schedule = parsed.GetRequiredValue(schedule),
                Seed = parsed.GetValue(seed),
                HasExpected = !parsed.GetValue(noCheck),
                Options = options.Where(option => parsed.GetValue(option.Value) is not null)
                    .ToDictionary(option => option.Key, option => parsed.GetValue(option.Value)!),
            };
            var config = global.LoadConfig(parsed);
            return action(parsed, () => Progress.Show(global.Host, $"compiling {workload.Name}", _ => workload.Compile(config, arguments)));
        });
        return command;
    }

    private static string Capitalised(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
