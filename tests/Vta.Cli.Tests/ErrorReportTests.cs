using Vta.Cli.Errors;
using Vta.Cli.Host;
using Vta.Hdl.Diagnostics;

namespace Vta.Cli.Tests;

/// <summary>What a defect of the tool looks like: never a bare stack trace.</summary>
public class ErrorReportTests
{
    private static readonly InvalidOperationException Defect = new("the netlist\nis broken");

    [Fact]
    public void A_defect_is_one_line_and_a_hint()
    {
        var (code, error) = Write(showStackTraces: false);

        code.Should().Be(3);
        error.Should().Be("error: internal error: the netlist is broken\n"
            + "This is a defect of vta: please report it. VTA_DEBUG=1 shows where it happened.\n");
    }

    [Fact]
    public void A_defect_shows_its_stack_trace_when_asked() =>
        Write(showStackTraces: true).Error.Should().Contain("System.InvalidOperationException: the netlist\nis broken");

    [Fact]
    public void A_broken_rule_of_the_hardware_language_is_the_descriptions_error()
    {
        var location = new SourceLocation("Load.cs", 12);
        var rules = new HdlException(
            [new Diagnostic((Rule)1, "'next' is 8 bits, 9 are assigned", location), new Diagnostic((Rule)2, "'done' has no driver", location)]);

        var report = ErrorReport.Of(rules);

        report.ToString().Should().Be("error: Load.cs:12: HW0001: 'next' is 8 bits, 9 are assigned (and 1 more)");
        report.Code.Should().Be(2);
    }

    private static (int Code, string Error) Write(bool showStackTraces)
    {
        using var error = new StringWriter { NewLine = "\n" };
        var code = ErrorReport.Of(Defect).Write(new CliHost(TextWriter.Null, error, "", showStackTraces), json: false);
        return (code, error.ToString());
    }
}
