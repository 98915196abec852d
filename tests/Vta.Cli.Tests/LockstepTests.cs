namespace Vta.Cli.Tests;

public sealed class LockstepTests
{
    [Fact]
    public void Targets_are_compared_state_after_state()
    {
        var run = CliRun.Of("cosim", "vecadd", "--target", "fsim", "--target", "rtl", "--lockstep");

        (run.ExitCode, run.Error).Should().Be((0, ""));
        run.Output.Should().EndWith("vecadd 1024 on rtl: as fsim in 6 states of 6 instructions\n");
    }

    [Fact]
    public void Json_has_instructions_and_states()
    {
        var run = CliRun.Of("exec", Repository.Program("tvm-alu-2"), "--target", "rtl", "--lockstep", "--json");

        run.ExitCode.Should().Be(0);
        run.Json["verified"]!.GetValue<bool>().Should().BeTrue();
        run.Json["lockstep"]![0]!["states"]!.GetValue<int>().Should().Be(8);
        run.Json["lockstep"]![0]!["instruction"].Should().BeNull();
    }

    [Fact]
    public void Something_has_to_be_compared() => CliRun.Of("exec", Repository.Program("tvm-alu-2"), "--lockstep")
        .ShouldBeRefused("error: --lockstep: compares a target with fsim; add --target rtl");
}
