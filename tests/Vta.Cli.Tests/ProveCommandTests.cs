namespace Vta.Cli.Tests;

public sealed class ProveCommandTests
{
    [ToolFact("yosys-smtbmc", "z3")]
    public void A_unit_is_proven_by_name()
    {
        var run = CliRun.Of("prove", "pipe");

        run.ExitCode.Should().Be(0);
        run.Output.Should().StartWith("Pipe ").And.Contain("proven by ");
    }

    [Fact]
    public void An_unknown_unit_is_answered_with_one_that_is_known()
    {
        var run = CliRun.Of("prove", "Fifi");

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("there is no proof of 'Fifi'").And.Contain("Fifo");
    }
}
