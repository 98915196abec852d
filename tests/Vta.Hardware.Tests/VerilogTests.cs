using Vta.Hardware.Shells;
using Vta.Hdl.Verilog;
using Vta.Isa;
using Vta.TestSupport;

namespace Vta.Hardware.Tests;

public sealed class VerilogTests
{
    public static TheoryData<string> Names => [.. Configurations.Names];

    [ToolTheory("verilator")]
    [MemberData(nameof(Names))]
    public void Verilator_has_nothing_to_say_with_all_warnings_on(string name)
    {
        using var folder = new EmittedFolder(new Accelerator(Configurations.Named(name)).Elaborate());

        ExternalTool.Run("verilator", ["--lint-only", "-Wall", .. folder.Files]).Should().Be((0, ""));
    }

    [ToolTheory("iverilog")]
    [MemberData(nameof(Names))]
    public void Icarus_has_nothing_to_say(string name)
    {
        using var folder = new EmittedFolder(new Accelerator(Configurations.Named(name)).Elaborate());

        ExternalTool.Run("iverilog", ["-g2001", "-o", folder.Output, .. folder.Files]).Should().Be((0, ""));
    }

    [ToolTheory("verilator")]
    [InlineData("default")]
    [InlineData("bus of 128 bits")]
    public void The_AXI_shell_is_clean_too(string name)
    {
        using var folder = new EmittedFolder(new AxiShell(Configurations.Named(name)).Elaborate());

        ExternalTool.Run("verilator", ["--lint-only", "-Wall", .. folder.Files]).Should().Be((0, ""));
    }

    /// <summary>Tools take minutes for lanes that are written one by one, or in generate loops.</summary>
    [Theory]
    [InlineData(3, 14)]
    [InlineData(4, 15)]
    [InlineData(5, 16)]
    public void A_matrix_multiplier_of_65_536_products_is_loops_of_statements(int logAccWidth, int logAccSize)
    {
        var config = VtaConfig.Default.With(
            ("LOG_BATCH", 4), ("LOG_BLOCK", 6), ("LOG_INP_BUFF_SIZE", 18), ("LOG_WGT_BUFF_SIZE", 20), ("LOG_ACC_WIDTH", logAccWidth), ("LOG_ACC_BUFF_SIZE", logAccSize));
        var text = VerilogEmitter.Emit(new Accelerator(config).Elaborate()).Single(file => file.Name == "GemmCore.v").Text;

        text.Should().NotContain("generate");
        text.Length.Should().BeLessThan(4000);
    }

    [Fact]
    public void Emits_the_same_bytes_each_time()
    {
        static string All() => string.Concat(VerilogEmitter.Emit(new Accelerator(VtaConfig.Default).Elaborate()).Select(f => f.Text));

        All().Should().Be(All());
    }

    [Fact]
    public void The_Verilog_of_the_default_configuration_is_the_one_in_the_repository()
    {
        var files = VerilogEmitter.Emit(new AxiShell(VtaConfig.Default).Elaborate());
        var folder = Path.Combine("hw", "verilog");

        foreach (var file in files)
            GoldenFile.VerifyIn(folder, file.Name, file.Text);

        var stored = Directory.GetFiles(Path.Combine(GoldenFile.Repository, folder), "*.v").Select(Path.GetFileName);
        stored.Should().BeEquivalentTo(files.Select(f => f.Name), "each file there belongs to the design");
    }
}
