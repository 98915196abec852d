namespace Vta.Cli.Tests;

public class RunCommandTests
{
    [Fact]
    public void The_tutorials_convolution_has_the_tutorials_statistics()
    {
        var run = CliRun.Of("run", "conv2d", "--layer", "resnet18.c8", "--schedule", "seed");

        run.ExitCode.Should().Be(0);
        run.Error.Should().BeEmpty();
        run.Output.Should().Be("""
            conv2d resnet18.c8: that of the tutorial
            fsim: equal to plain C# arithmetic
            Execution statistics:
            	inp_load_nbytes :           114688
            	wgt_load_nbytes :          1179648
            	acc_load_nbytes :                0
            	uop_load_nbytes :             1144
            	out_store_nbytes:            50176
            	gemm_counter    :           451584
            	alu_counter     :             9408
            verified on fsim

            """);
    }

    [Fact]
    public void Targets_with_cycles_show_them()
    {
        var run = CliRun.Of("run", "vecadd", "--length", "64", "--target", "rtl");

        run.ExitCode.Should().Be(0);
        run.Output.Should().MatchRegex(@"rtl: equal to plain C# arithmetic, \d+ cycles\n").And.MatchRegex(@"\tcycle_count     : +\d+\n"
            + @"Cycles of each unit:\n(\t(load|compute|store) +: busy \d+, memory_stalled \d+, token_stalled \d+, instruction_stalled \d+, idle \d+\n){3}"
            + @"verified on rtl\n");
    }

    [Fact]
    public void The_seed_gives_other_inputs_to_the_same_program()
    {
        var first = CliRun.Of("run", "gemm", "--m", "4", "--seed", "1");
        var second = CliRun.Of("run", "gemm", "--m", "4", "--seed", "2");

        first.ExitCode.Should().Be(0);
        second.Should().Be(first);
    }

    [Fact]
    public void An_option_may_begin_with_a_sign()
    {
        var run = CliRun.Of("run", "gemm", "--m", "2", "--clip", "-128,127");

        run.Error.Should().BeEmpty();
        run.ExitCode.Should().Be(0);
    }

    [Fact]
    public void A_configuration_of_ones_own()
    {
        var json = CliRun.Of("run", "gemm", "--m", "4", "--config", Path.Combine(Repository.Root, "config", "batch2.json"), "--json").Json;

        json["workload"]!.GetValue<string>().Should().Be("gemm 4x256 by 256x256");
        json["verified"]!.GetValue<bool>().Should().BeTrue();
        json["targets"]![0]!["target"]!.GetValue<string>().Should().Be("fsim");
        json["targets"]![0]!["statistics"]!["gemm_counter"]!.GetValue<long>().Should().Be(4 / 2 * 16 * 16);
    }
}
