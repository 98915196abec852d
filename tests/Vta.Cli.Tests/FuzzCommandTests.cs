namespace Vta.Cli.Tests;

public sealed class FuzzCommandTests
{
    [Fact]
    public void Programs_faults_and_coverage_are_told()
    {
        var run = CliRun.Of("fuzz", "--seed", "3", "--rounds", "1");

        (run.ExitCode, run.Error).Should().Be((0, ""));
        run.Output.Should().MatchRegex(
            @"^rtl: no disagreement with fsim in 48 programs of \d+ instructions on 1 configurations \(seeds 3 to 3\)\nfaults: INDEX \d+, ILLEGAL \d+, BUS \d+, TOKENS \d+, DEADLOCK \d+\ncoverage: \d+ of \d+; never: ");
    }

    [Fact]
    public void Json_has_the_same()
    {
        var json = CliRun.Of("fuzz", "--rounds", "1", "--target", "fsim", "--json").Json;

        json["verified"]!.GetValue<bool>().Should().BeTrue();
        json["programs"]!.GetValue<int>().Should().Be(48);
        json["faults"]!["DEADLOCK"]!.GetValue<int>().Should().BePositive();
        json["coverage"]!["STORE OUT"]!.GetValue<int>().Should().BePositive();
        json["failures"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public void One_target_is_compared() =>
        CliRun.Of("fuzz", "--target", "rtl", "--target", "fsim").ShouldBeRefused("error: --target: takes one target, which is compared with fsim");

    [Fact]
    public void Seconds_are_within_bounds() =>
        CliRun.Of("fuzz", "--seconds", "-1").ShouldBeRefused("error: option --seconds takes a number from 0 to 1000000, not '-1'");
}
