using CsCheck;
using Vta.Isa;
using Vta.TestSupport;

namespace Vta.Compiler.Tests;

/// <summary>Whatever lowers computes what its declaration says, whatever time units take; what does not is refused in our words.</summary>
public class SchedulePropertyTests
{
    private static readonly int s_programs = int.TryParse(Environment.GetEnvironmentVariable("VTA_RANDOM_SCHEDULES"), out var count) ? count : 200;

    [Fact]
    public void AnyScheduleIsRightOrRefused()
    {
        var verified = 0;
        Gen.Select(Gen.Int[0, TestConfigs.All.Count - 1], Gen.Int[0, 1_000_000]).Sample(
            (config, seed) =>
            {
                try
                {
                    var scheduled = RandomSchedule.Create(seed, TestConfigs.All[config]);
                    scheduled.Program.Check().Should().BeEmpty($"{scheduled.Bundle.Name}, config {config}");
                    Fsim.Verify(scheduled.Bundle, $"config {config}");
                    verified++;
                }
                catch (VtaInputException exception)
                {
                    exception.Message.Should().MatchRegex(
                        "needs [0-9]+ elements of the|some rows are nothing but padding|all of it (is padding where|that is needed is padding)|"
                        + "lengths change from tile to tile|does not divide");
                }
            },
            iter: 300,
            threads: 1);
        verified.Should().BeGreaterThan(200);
    }

    /// <summary>Whatever the ALU is asked to compute.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void AnyElementOperationIsRightOrRefused(int threads)
    {
        var (verified, refused) = (0, 0);
        Gen.Select(Gen.Int[0, TestConfigs.All.Count - 1], Gen.Int[0, 1_000_000]).Sample(
            (config, seed) =>
            {
                ScheduledProgram scheduled;
                try
                {
                    scheduled = RandomAluProgram.Create(seed, TestConfigs.All[config], threads);
                }
                catch (VtaInputException exception)
                {
                    exception.Message.Should().MatchRegex("needs [0-9]+ elements of the|lengths change from tile to tile|does not divide");
                    refused++;
                    return;
                }
                scheduled.Program.Check().Should().BeEmpty($"{scheduled.Bundle.Name}, config {config}");
                Fsim.Verify(scheduled.Bundle, $"config {config}");
                verified++;
            },
            iter: s_programs,
            threads: 1);
        verified.Should().BeGreaterThan(refused);
    }

    /// <summary>Steps without sense: none ends in anything but a right program or a message with its place.</summary>
    [Fact]
    public void AnyStepsAreRightOrRefused()
    {
        var (verified, refused) = (0, 0);
        Gen.Select(Gen.Int[0, TestConfigs.All.Count - 1], Gen.Int[0, 1_000_000]).Sample(
            (config, seed) =>
            {
                ScheduledProgram scheduled;
                try
                {
                    scheduled = RandomSteps.Create(seed, TestConfigs.All[config]);
                }
                catch (VtaInputException exception)
                {
                    exception.Where.Should().StartWith("tests/Vta.TestSupport/Programs/RandomSteps.cs:", exception.Message);
                    refused++;
                    return;
                }
                scheduled.Program.Check().Should().BeEmpty($"{scheduled.Bundle.Name}, config {config}");
                Fsim.Verify(scheduled.Bundle, $"config {config}");
                verified++;
            },
            iter: 400,
            threads: 1);
        verified.Should().BeGreaterThan(20);
        refused.Should().BeGreaterThan(verified);
    }
}
