using Vta.Fuzzing.Configurations;
using Vta.TestSupport;

namespace Vta.Cli.Tests.Sweeps;

/// <summary>
/// Random configurations: every command refuses the same ones with the same line, and what is accepted works. <c>VTA_RANDOM_CONFIGURATIONS</c> sets how
/// many are drawn, <c>VTA_RANDOM_SEED</c> the first seed.
/// </summary>
public sealed class ConfigurationSweepTests : IDisposable
{
    private static readonly int s_first = SweepSize.Of("VTA_RANDOM_SEED", 0);
    private static readonly int s_count = SweepSize.Of("VTA_RANDOM_CONFIGURATIONS", 6);

    private readonly string folder = Directory.CreateTempSubdirectory("vta-cli-test").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [ToolFact("verilator", "iverilog")]
    public void A_configuration_is_refused_by_every_command_or_works_in_all()
    {
        var wrong = Enumerable.Range(s_first, s_count).Select(Mistake).OfType<string>().ToList();

        wrong.Should().BeEmpty("of {0} configurations", s_count);
    }

    /// <summary>What went wrong with a configuration; null where nothing did.</summary>
    private string? Mistake(int seed)
    {
        var text = RandomConfiguration.Draw(seed);
        var file = Path.Combine(folder, $"{seed}.json");
        File.WriteAllText(file, text);
        var verilog = Path.Combine(folder, $"{seed}");
        string[][] commands =
        [
            ["env"],
            ["run", "vecadd", "--length", "50"],
            ["cosim", "gemm", "--m", "5", "--k", "20", "--n", "9", "--target", "fsim", "--target", "rtl"],
            ["compile", "vecadd", "-o", verilog + ".bundle"],
            ["diagram", "Load", "-o", verilog + ".svg"],
            ["verilog", "-o", verilog],
        ];
        var runs = commands.Select(command => CliRun.Of([.. command, "--config", file])).ToList();
        var mistake = runs[0].ExitCode switch
        {
            0 => runs.FirstOrDefault(run => run.ExitCode != 0)?.Error ?? Lint(verilog),
            2 => runs.All(run => run == runs[0]) && IsClear(runs[0].Error) ? null : $"{runs[0].Error} is not what all commands say, or not clear",
            _ => runs[0].Error,
        };
        return mistake is null ? null : $"seed {seed}, {text}: {mistake}";
    }

    /// <summary>One line that names a key, and says what is allowed.</summary>
    private static bool IsClear(string error) =>
        error.Count(c => c == '\n') == 1 && error.Contains("LOG_") && (error.Contains("allowed are") || error.Contains("at most") || error.Contains("several of these"));

    private static string? Lint(string verilog)
    {
        var files = Directory.GetFiles(verilog, "*.v");
        var verilator = ExternalTool.Run("verilator", ["--lint-only", "-Wall", "--top-module", "Vta", .. files]);
        var icarus = ExternalTool.Run("iverilog", ["-g2001", "-o", Path.Combine(verilog, "icarus"), .. files]);
        Directory.Delete(verilog, recursive: true);
        return verilator == (0, "") && icarus == (0, "") ? null : verilator.Output + icarus.Output;
    }
}
