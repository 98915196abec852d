using System.CommandLine;
using System.Globalization;
using Vta.Cli.Host;
using Vta.Cli.Options;
using Vta.Cli.Output;
using Vta.Cli.Reports;
using Vta.Fuzzing;
using Vta.Isa;
using Vta.Runtime;

namespace Vta.Cli.Commands;

/// <summary><c>vta fuzz</c>: random programs on backends that have to agree.</summary>
internal static class FuzzCommand
{
    private const int DefaultSeconds = 10;
    private const int MaxSeconds = 1_000_000;

    // Jobs of an array have rounds of their own.
    private const string ArrayTask = "SLURM_ARRAY_TASK_ID";
    private const int RoundsOfTask = 1 << 20;

    public static Command Create(GlobalOptions global)
    {
        var seconds = NumberOption.Create("--seconds", "N", $"How long; with --rounds, no limit where left out, else {DefaultSeconds}", 0, 0, MaxSeconds);
        var rounds = NumberOption.Create("--rounds", "N", $"How many rounds, of {FuzzOptions.ProgramsPerRound} programs on one configuration each", 0, 0, int.MaxValue);
        var seed = NumberOption.Create("--seed", "S", $"Seed of the first round; a job of a Slurm array adds {ArrayTask} × {RoundsOfTask}", 0, 0, int.MaxValue);
        var target = TargetOption.Create(Devices.All, [Devices.Rtl]);
        var folder = new Option<string?>("-o", "--output") { Description = "Folder for a bundle of what fails", HelpName = "DIR" };
        var command = new Command("fuzz", $"Runs random programs, legal and not, on random configurations, and compares a target with {Devices.Fsim} in memory, faults and statistics.")
        {
            seconds, rounds, seed, target, folder,
        };
        command.SetAction(parsed =>
        {
            var targets = TargetOption.Read(parsed, target, Devices.All);
            if (targets is not [var tested])
                throw new VtaInputException("takes one target, which is compared with fsim", TargetOption.Name);
            if (Devices.Obstacle(tested) is { } obstacle)
                throw new VtaInputException(obstacle, TargetOption.Name);
            var options = new FuzzOptions
            {
                Seed = unchecked(parsed.GetValue(seed) + (Task() * RoundsOfTask)),
                Rounds = parsed.GetValue(rounds) is > 0 and var count ? count : null,
                Time = (parsed.GetValue(seconds), parsed.GetValue(rounds)) switch
                {
                    ( > 0 and var limit, _) => TimeSpan.FromSeconds(limit),
                    (_, > 0) => null,
                    _ => TimeSpan.FromSeconds(DefaultSeconds),
                },
                Config = global.LoadExplicitConfig(parsed),
                Target = tested,
            };
            var report = Progress.Show(global.Host, $"fuzzing {tested}", show => new Fuzzer(options, show).Run(programs => show($"{programs} programs")));
            var output = new FuzzOutput(options, report, Save(report, parsed.GetValue(folder)));
            if (parsed.GetValue(global.Json)) JsonOutput.Write(global.Host, output.ToJson());
            else output.WriteText(global.Host);
            return report.Failures.Count > 0 ? ExitCode.CheckFailed : ExitCode.Good;
        });
        return command;
    }

    private static int Task() => int.TryParse(Environment.GetEnvironmentVariable(ArrayTask), NumberStyles.None, CultureInfo.InvariantCulture, out var task) ? task : 0;

    /// <summary>Where the bundle of each failure was written; null where it was not.</summary>
    private static IReadOnlyList<string?> Save(FuzzReport report, string? folder) => [.. report.Failures.Select(failure =>
    {
        if (folder is null || failure.Bundle is null) return null;
        var path = Path.Combine(folder, failure.Bundle.Name);
        failure.Bundle.Save(path);
        return path;
    })];
}
