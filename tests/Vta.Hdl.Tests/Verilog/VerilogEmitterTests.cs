using Vta.Hdl.Verilog;
using Vta.TestSupport;

namespace Vta.Hdl.Tests.Verilog;

public sealed class VerilogEmitterTests
{
    public static TheoryData<string> Designs => [.. SampleDesigns.Names];

    [Theory]
    [MemberData(nameof(Designs))]
    public void Text_is_that_of_the_golden_file(string name)
    {
        var files = VerilogEmitter.Emit(SampleDesigns.Elaborate(name));

        GoldenFile.Verify($"{name}.v", string.Join("\n", files.Select(f => f.Text)));
    }

    [Fact]
    public void Same_design_gives_the_same_bytes()
    {
        foreach (var name in SampleDesigns.Names)
            VerilogEmitter.Emit(SampleDesigns.Elaborate(name)).Should().Equal(VerilogEmitter.Emit(SampleDesigns.Elaborate(name)));
    }

    [Fact]
    public void Same_contents_share_a_module_and_different_ones_of_a_name_get_a_suffix()
    {
        var files = VerilogEmitter.Emit(SampleDesigns.Elaborate("hierarchy"));

        files.Select(f => f.Name).Should().Equal("Fifo_8x4.v", "Offset.v", "Offset_2.v", "Hierarchy.v");
        files[^1].Text.Should().Contain("  Fifo_8x4 first (").And.Contain("  Fifo_8x4 second (");
    }

    [Fact]
    public void Reserved_words_get_an_underscore()
    {
        var file = VerilogEmitter.Emit(SampleDesigns.Elaborate("reserved")).Should().ContainSingle().Subject;

        file.Name.Should().Be("module_.v");
        file.Text.Should().Contain("wire [3:0] always_;").And.Contain("output wire [3:0] logic_").And.Contain("input_ & clock_2");
    }

    [Fact]
    public void Lines_that_come_from_elsewhere_say_so_with_or_without_the_line()
    {
        Places(Locators.OtherFiles).Should().NotBeEmpty().And.OnlyContain(place => place.Contains(".cs:"));
        Places(Locators.OtherFilesWithoutLines).Should().NotBeEmpty().And.OnlyContain(place => place.EndsWith("src/Vta.Hdl/Library/Axi/AxiLiteAccess.cs"));
        Places(Locators.None).Should().BeEmpty();

        static IEnumerable<string> Places(Locators locators) => VerilogEmitter.Emit(SampleDesigns.Elaborate("axi_lite_registers"), locators)[0].Text
            .Split('\n').Skip(4).Where(line => line.Contains("//"));
    }

    [Fact]
    public void Logic_without_effect_is_left_out()
    {
        VerilogEmitter.Emit(SampleDesigns.Elaborate("memories"))[0].Text.Should().NotContain("dead");
    }
}
