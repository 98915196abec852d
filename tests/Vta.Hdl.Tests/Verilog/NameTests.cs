using Vta.TestSupport;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Verilog;

/// <summary>Names that C# allows and Verilog does not: legal, unique, and told.</summary>
public sealed class NameTests
{
    private static readonly Design s_design = new Имена().Elaborate();

    [Fact]
    public void Names_are_those_of_Verilog()
    {
        s_design.Top.Ports.Concat(s_design.Top.Signals).Select(s => s.Name)
            .Should().Equal("n1", "unnamed", "u5165_u529b", "linux", "name", "eval", "end", "u0437_u043d", "n3_blind_mice");
    }

    [Fact]
    public void Changed_names_are_told_with_their_place()
    {
        var warnings = s_design.Warnings.Select(w => w.ToString()).ToArray();

        warnings.Should().HaveCount(9).And.OnlyContain(w => w.Contains("HW0019") && w.Contains("NameTests.cs:"));
        warnings.Should().Contain(w => w.Contains("'3 blind mice' can't be a name in Verilog: it is called 'n3_blind_mice' there"))
            .And.Contain(w => w.Contains("'end' is a word of Verilog") && w.Contains("'end_'"))
            .And.Contain(w => w.Contains("'eval' is a word of Verilog") && w.Contains("'eval_'"));
    }

    [ToolFact("iverilog", "verilator", "yosys")]
    public void Tools_take_the_Verilog()
    {
        using var folder = new EmittedFolder(s_design);
        var files = folder.Files.ToArray();
        var built = Path.Combine(Path.GetDirectoryName(files[0])!, "build");

        ExternalTool.Run("iverilog", ["-t", "null", .. files]).Should().Be((0, ""));
        ExternalTool.Run("yosys", "-q", "-p", $"read_verilog {string.Join(' ', files)}; prep").ExitCode.Should().Be(0);
        ExternalTool.Run("verilator", ["--cc", "--build", "-Wno-fatal", "--Mdir", built, .. files]).ExitCode.Should().Be(0);
    }

    private sealed class Имена : Module
    {
        public readonly UInt _1 = In(UInt(2));
        public readonly Bool _ = In();
        public readonly Bool 入力 = In();
        public readonly Bool Linux = In();
        public readonly Bool Name = In();
        public readonly Bool Eval = In();
        public readonly UInt End = Out(UInt(2));

        protected override void Build()
        {
            var зн = Reg(UInt(2));
            var mice = Reg(UInt(2), "3 blind mice");
            зн.Set(_1);
            mice.Set(зн + (_ ^ 入力 ^ Linux ^ Name ^ Eval).Repeat(2));
            End.Set(mice);
        }
    }
}
