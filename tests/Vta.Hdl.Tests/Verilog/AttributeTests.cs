using Vta.Hdl.Diagnostics;
using Vta.Hdl.Verilog;
using Vta.TestSupport;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Verilog;

public sealed class AttributeTests
{
    [Fact]
    public void Attributes_stand_before_ports_signals_and_memories()
    {
        VerilogEmitter.Emit(new Marked("keep", "true").Elaborate())[0].Text
            .Should().MatchRegex(@"\(\* mark_debug = ""true"" \*\) output wire \[7:0\] data\n")
            .And.MatchRegex(@"\(\* keep = ""true"", dont_touch = ""yes"" \*\) reg \[7:0\] last;")
            .And.MatchRegex(@"\(\* ram_style = ""distributed"" \*\) reg \[7:0\] words \[0:511\];");
    }

    [ToolFact("yosys")]
    public void Synthesis_follows_them()
    {
        using var folder = new EmittedFolder(new Marked("keep", "true").Elaborate());
        var result = ExternalTool.Run("yosys", "-p", $"read_verilog {folder.Files.Single()}; synth_xilinx -family xc7 -noiopad -noclkbuf; stat");

        // The memory is deep enough for block RAM; the register has no reader.
        result.Output[result.Output.LastIndexOf("Number of cells", StringComparison.Ordinal)..].Should().Contain("RAM256X1S").And.NotContain("RAMB").And.MatchRegex(@"FDRE +16\n");
    }

    [Theory]
    [InlineData("no space", "true", "the name of an attribute is letters, digits and underscores, not 'no space'")]
    [InlineData("keep", "\"", "the value of the attribute 'keep' stands in a string: no quotes, backslashes and line ends")]
    public void What_Verilog_cannot_say_is_refused(string name, string value, string message)
    {
        var elaborate = () => new Marked(name, value).Elaborate();

        elaborate.Should().Throw<HdlException>().WithMessage($"*HW0011*{message}*");
    }

    [Fact]
    public void A_computed_value_takes_no_attribute()
    {
        var elaborate = () => new Computed().Elaborate();

        elaborate.Should().Throw<HdlException>().WithMessage("*HW0007*is no port, wire or register of Computed, and takes no attribute*");
    }

    private sealed class Marked(string name, string value) : Module
    {
        public readonly UInt Address = In(UInt(9));
        public readonly UInt Word = In(UInt(8));
        public readonly UInt Data = Out(UInt(8));

        protected override void Build()
        {
            Data.Attribute("mark_debug", "true");
            var last = RegNext(Word);
            last.Attribute(name, value);
            last.Attribute("dont_touch", "yes");
            var words = Mem(UInt(8), 512);
            words.Attribute("ram_style", "distributed");
            words.Write(Address, Word);
            Data.Set(words.Read(Address));
        }
    }

    private sealed class Computed : Module
    {
        public readonly UInt A = In(UInt(8));
        public readonly UInt B = Out(UInt(8));

        protected override void Build()
        {
            (A + 1).Attribute("keep", "true");
            B.Set(A);
        }
    }
}
