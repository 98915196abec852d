using System.Xml.Linq;

namespace Vta.Cli.Tests;

public sealed class DiagramCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("vta-cli-test").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_unit_is_drawn()
    {
        var file = Path.Combine(folder, "load.svg");

        var run = CliRun.Of("diagram", "load", "-o", file);

        run.Output.Should().Be($"{file}: Load\n");
        XDocument.Load(file).Root!.Name.LocalName.Should().Be("svg");
    }

    [Fact]
    public void Json_says_what_was_drawn()
    {
        var file = Path.Combine(folder, "core.svg");

        var json = CliRun.Of("diagram", "-o", file, "--json").Json;

        json["module"]!.GetValue<string>().Should().Be("Core");
        json["file"]!.GetValue<string>().Should().Be(file);
    }

    [Fact]
    public void A_unit_that_does_not_exist() =>
        CliRun.Of("diagram", "Comput", "-o", Path.Combine(folder, "unit.svg")).ShouldBeRefused("error: UNIT: unknown module 'Comput'; did you mean Compute?");

    [Fact]
    public void A_file_that_cannot_be_written()
    {
        var file = Path.Combine(folder, "nowhere", "core.svg");

        CliRun.Of("diagram", "-o", file).ShouldBeRefused($"error: {file}: cannot be written: Could not find a part of the path '{file}'");
    }
}
