namespace Vta.Cli.Tests;

/// <summary>The exact line for each way to get a command line wrong.</summary>
public class UsageErrorTests
{
    [Fact]
    public void A_misspelt_verb_is_shown_with_the_nearest() =>
        CliRun.Of("disam").ShouldBeRefused("error: unknown verb 'disam'; did you mean disasm?");

    [Fact]
    public void A_misspelt_option_is_shown_with_the_nearest() =>
        CliRun.Of("env", "--confg", "x.json").ShouldBeRefused("error: 'vta env' has no option --confg; did you mean --config?");

    [Fact]
    public void An_unknown_option_is_not_taken_for_an_argument() =>
        CliRun.Of("disasm", "--verbose").ShouldBeRefused(
            "error: 'vta disasm' has no option --verbose; known are --help, --config, --json");

    [Fact]
    public void An_argument_too_many() =>
        CliRun.Of("env", "here").ShouldBeRefused("error: 'vta env' does not take the argument 'here'");

    [Fact]
    public void An_argument_left_out() =>
        CliRun.Of("disasm").ShouldBeRefused("error: 'vta disasm' needs BUNDLE");

    [Fact]
    public void An_option_without_its_value() =>
        CliRun.Of("env", "--config").ShouldBeRefused("error: option --config needs a value");

    [Fact]
    public void An_option_given_twice() =>
        CliRun.Of("env", "--config", "a.json", "--config", "b.json").ShouldBeRefused("error: option --config is given 2 times");

    [Fact]
    public void With_json_the_error_is_a_document_and_standard_error_is_silent()
    {
        var run = CliRun.Of("env", "here", "--json");

        run.ExitCode.Should().Be(2);
        run.Error.Should().BeEmpty();
        run.Output.Should().Be("""
            {
              "error": {
                "message": "'vta env' does not take the argument 'here'",
                "where": "command line"
              }
            }

            """);
    }
}
