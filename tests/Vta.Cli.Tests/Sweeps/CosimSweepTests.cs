using Vta.Fuzzing.Configurations;
namespace Vta.Cli.Tests.Sweeps;

/// <summary>
/// Random workloads over random configurations, on <c>fsim</c> and <c>rtl</c>: results are those of plain C#, and the same. <c>VTA_RANDOM_COSIMS</c> sets
/// how many commands are run, <c>VTA_RANDOM_SEED</c> the first seed.
/// </summary>
public sealed class CosimSweepTests : IDisposable
{
    private const int Configurations = 20;

    private static readonly int s_first = SweepSize.Of("VTA_RANDOM_SEED", 0);
    private static readonly int s_count = SweepSize.Of("VTA_RANDOM_COSIMS", 20);

    private readonly string folder = Directory.CreateTempSubdirectory("vta-cli-test").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Workloads_give_what_plain_arithmetic_gives()
    {
        var files = AcceptedConfigurations();
        var runs = Enumerable.Range(s_first, s_count).AsParallel().Select(seed => Run(seed, files[seed % files.Count])).ToList();

        runs.Where(run => run.Result.ExitCode is not (0 or 2)).Select(run => $"{run.Command}: {run.Result.Error}").Should().BeEmpty();

        // What does not fit small buffers is refused in one line.
        var refused = runs.Where(run => run.Result.ExitCode == 2).ToList();
        refused.Should().OnlyContain(run => run.Result.Error.StartsWith("error: ") && run.Result.Error.Count(c => c == '\n') == 1);
        refused.Count.Should().BeLessThan(Math.Max(2, s_count / 3), "most fit: {0}", string.Join("", refused.Select(run => run.Result.Error)));
    }

    private static (string Command, CliRun Result) Run(int seed, string file)
    {
        string[] command = ["cosim", .. RandomCommand.Draw(seed), "--target", "fsim", "--target", "rtl", "--config", file, "--seed", $"{seed}"];
        return ($"{string.Join(' ', command)} with {File.ReadAllText(file)}", CliRun.Of(command));
    }

    private List<string> AcceptedConfigurations() =>
        [.. Enumerable.Range(s_first, int.MaxValue - s_first).Select(Write).Where(file => CliRun.Of("env", "--config", file).ExitCode == 0).Take(Configurations)];

    private string Write(int seed)
    {
        var file = Path.Combine(folder, $"{seed}.json");
        File.WriteAllText(file, RandomConfiguration.Draw(seed));
        return file;
    }
}
