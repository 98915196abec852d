namespace Vta.Cli.Tests;

public sealed class VerilogCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("vta-cli-test").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_same_configuration_gives_the_same_bytes()
    {
        var first = Emit("first");
        var second = Emit("second");

        first.Keys.Should().Contain(["Vta.v", "Load.v", "Compute.v", "Store.v", "files.f"]);
        second.Should().Equal(first);
    }

    [Fact]
    public void The_list_names_every_file_with_the_top_module_last()
    {
        var files = Emit("list");

        var list = files["files.f"].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        list.Should().BeEquivalentTo(files.Keys.Where(name => name.EndsWith(".v", StringComparison.Ordinal)));
        list[^1].Should().Be("Vta.v");
    }

    [Fact]
    public void One_unit_can_be_written_and_stale_files_go_while_others_stay()
    {
        Emit("unit");
        File.WriteAllText(Path.Combine(folder, "unit", "notes.txt"), "mine");

        var files = Emit("unit", "--top", "load");

        files.Keys.Should().Contain(["Load.v", "notes.txt"]).And.NotContain(["Vta.v", "Store.v"]);
    }

    [Theory]
    [InlineData("others", false, true)]
    [InlineData("all", true, true)]
    [InlineData("none", false, false)]
    public void Lines_say_where_they_come_from_as_asked(string locators, bool ownFile, bool otherFiles)
    {
        var target = Path.Combine(folder, locators);

        CliRun.Of("verilog", "-o", target, "--top", "Load", "--locators", locators).ExitCode.Should().Be(0);

        var text = File.ReadAllText(Path.Combine(target, "Load.v"));
        text.Should().StartWith("// Load, described in hw/Vta.Hardware/Loading/Load.cs\n");
        text.Contains("// Load.cs:", StringComparison.Ordinal).Should().Be(ownFile);
        text.Contains("// hw/Vta.Hardware/Control/TokenPorts.cs:", StringComparison.Ordinal).Should().Be(otherFiles);
    }

    [Fact]
    public void An_unknown_choice_of_lines_is_refused() => CliRun.Of("verilog", "-o", folder, "--locators", "some").Should().Be(
        new CliRun(2, "", "error: --locators: unknown choice of lines 'some'; known are others, files, all, none\n"));

    [Fact]
    public void Json_says_what_was_written()
    {
        var target = Path.Combine(folder, "json");

        var json = CliRun.Of("verilog", "-o", target, "--json").Json;

        json["directory"]!.GetValue<string>().Should().Be(target);
        json["shell"]!.GetValue<string>().Should().Be("sim");
        json["top"]!.GetValue<string>().Should().Be("Vta");
        json["files"]!.AsArray().Select(name => name!.GetValue<string>()).Should().Contain("Vta.v");
    }

    [Fact]
    public void Nothing_is_left_where_the_folder_cannot_be_written()
    {
        var blocked = Path.Combine(folder, "file");
        File.WriteAllText(blocked, "");

        var run = CliRun.Of("verilog", "-o", Path.Combine(blocked, "out"));

        run.ExitCode.Should().Be(2);
        run.Output.Should().BeEmpty();
        run.Error.Should().StartWith($"error: {blocked}/out: cannot be written: ").And.EndWith("\n");
        Directory.GetFileSystemEntries(folder).Should().Equal(blocked);
    }

    [Fact]
    public void The_folder_is_required() => CliRun.Of("verilog").ShouldBeRefused("error: 'vta verilog' needs -o DIR");

    [Fact]
    public void An_unknown_shell() =>
        CliRun.Of("verilog", "-o", folder, "--shell", "sin").ShouldBeRefused("error: --shell: unknown shell 'sin'; did you mean sim?");

    [Fact]
    public void An_unknown_unit() =>
        CliRun.Of("verilog", "-o", folder, "--top", "Lod").ShouldBeRefused("error: --top: unknown module 'Lod'; did you mean Load?");

    private Dictionary<string, string> Emit(string name, params string[] options)
    {
        var target = Path.Combine(folder, name);
        var run = CliRun.Of(["verilog", "-o", target, .. options]);
        run.Error.Should().BeEmpty();
        run.ExitCode.Should().Be(0);
        return Directory.GetFiles(target).ToDictionary(path => Path.GetFileName(path), File.ReadAllText);
    }
}
