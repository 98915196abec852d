using System.Text.Json.Nodes;
using Vta.Cli.Host;

namespace Vta.Cli.Tests;

/// <summary>What one command line gave, run in this process.</summary>
internal sealed record CliRun(int ExitCode, string Output, string Error)
{
    internal JsonObject Json => JsonNode.Parse(Output)!.AsObject();

    internal static CliRun Of(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = VtaApplication.Run(arguments, new CliHost(output, error, Repository.Root, ShowStackTraces: false));
        return new CliRun(code, output.ToString(), error.ToString());
    }

    /// <summary>Bad input: exit code 2, this one line, nothing else.</summary>
    internal void ShouldBeRefused(string line)
    {
        Error.Should().Be(line + "\n");
        Output.Should().BeEmpty();
        ExitCode.Should().Be(2);
    }
}
