using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Vta.Cli.Tests;

public class CosimCommandTests
{
    [ToolFact("verilator")]
    public void All_targets_agree_and_rtl_and_tsim_count_the_same_cycles()
    {
        var run = CliRun.Of("cosim", "matmul", "--schedule", "seed", "--dram-latency", "5", "--dram-stall", "0.1", "--json");

        run.ExitCode.Should().Be(0);
        run.Error.Should().BeEmpty();
        var json = run.Json;
        json["workload"]!.GetValue<string>().Should().Be("matmul 1x256 by 256x256");
        json["verified"]!.GetValue<bool>().Should().BeTrue();
        json["differences"]!.AsArray().Should().BeEmpty();
        var targets = json["targets"]!.AsArray();
        targets.Select(target => target!["target"]!.GetValue<string>()).Should().Equal("fsim", "rtl", "tsim");
        targets.Select(target => target!["verified"]!.GetValue<bool>()).Should().Equal(true, true, true);
        targets.Select(target => target!["statistics"]!["uop_load_nbytes"]!.GetValue<long>()).Should().Equal(8, 8, 8);
        var cycles = targets.Select(target => target!["statistics"]!["cycle_count"]?.GetValue<long>()).ToList();
        cycles[0].Should().BeNull();
        cycles[1].Should().BePositive();
        cycles[2].Should().Be(cycles[1]);
    }

    [Fact]
    public void Targets_can_be_chosen()
    {
        var run = CliRun.Of("cosim", "vecadd", "--target", "fsim", "--target", "rtl");

        run.ExitCode.Should().Be(0);
        run.Error.Should().BeEmpty();
        run.Output.Should().EndWith("verified on fsim, rtl\n");
    }

    [Fact]
    public void Without_verilator_the_others_run_and_nothing_is_verified()
    {
        var (code, output, error) = WithoutTools("cosim", "vecadd", "--json");

        error.Should().BeEmpty();
        code.Should().Be(1);
        var json = JsonNode.Parse(output)!;
        json["verified"]!.GetValue<bool>().Should().BeFalse();
        var targets = json["targets"]!.AsArray();
        targets.Select(target => target!["available"]!.GetValue<bool>()).Should().Equal(true, true, false);
        targets.Select(target => target!["verified"]!.GetValue<bool>()).Should().Equal(true, true, false);
        targets[2]!["error"]!.GetValue<string>().Should().Be(Hint);
    }

    [Fact]
    public void Without_verilator_the_text_says_how_to_get_it()
    {
        var (code, output, error) = WithoutTools("cosim", "vecadd");

        code.Should().Be(1);
        output.Should().Contain("rtl: equal to plain C# arithmetic").And.NotContain("verified");
        error.Should().Be($"tsim: not run: {Hint}\nNOT verified\n");
    }

    private const string Hint = "target tsim needs verilator, g++, make, not found on the path: run scripts/setup, or install the packages verilator, "
        + "g++, make and zlib1g-dev; fsim and rtl need no tools";

    /// <summary>The command in a process that finds no programs.</summary>
    private static (int Code, string Output, string Error) WithoutTools(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [typeof(VtaApplication).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = "/nowhere";
        start.Environment["VTA_HOME"] = Repository.Root;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
