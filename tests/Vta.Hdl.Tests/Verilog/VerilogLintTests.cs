using Vta.TestSupport;

namespace Vta.Hdl.Tests.Verilog;

public sealed class VerilogLintTests
{
    public static TheoryData<string> Designs => [.. SampleDesigns.Names];

    [ToolTheory("verilator")]
    [MemberData(nameof(Designs))]
    public void Verilator_has_nothing_to_say_with_all_warnings_on(string name)
    {
        using var folder = new EmittedFolder(SampleDesigns.Elaborate(name));

        var result = ExternalTool.Run("verilator", ["--lint-only", "-Wall", .. folder.Files]);

        result.Should().Be((0, ""));
    }

    [ToolTheory("iverilog")]
    [MemberData(nameof(Designs))]
    public void Icarus_has_nothing_to_say(string name)
    {
        using var folder = new EmittedFolder(SampleDesigns.Elaborate(name));

        var result = ExternalTool.Run("iverilog", ["-g2001", "-DSYNTHESIS", "-Wall", "-Wno-timescale", "-o", folder.Output, .. folder.Files]);

        result.Should().Be((0, ""));
    }

    [ToolTheory("yosys")]
    [MemberData(nameof(Designs))]
    public void Yosys_reads_it_as_plain_Verilog(string name)
    {
        using var folder = new EmittedFolder(SampleDesigns.Elaborate(name));

        var result = ExternalTool.Run("yosys", "-q", "-p", $"read_verilog {string.Join(' ', folder.Files)}; hierarchy -auto-top; proc; check -assert");

        result.Should().Be((0, ""));
    }
}
