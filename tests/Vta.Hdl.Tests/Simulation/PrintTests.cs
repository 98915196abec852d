using Vta.Hdl.Simulation;
using Vta.Hdl.Tests.Diagnostics;
using Vta.Hdl.Tests.Writing;
using Vta.Hdl.Verilog;
using Vta.TestSupport;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Simulation;

/// <summary>What designs print: the same in both simulators, and in Icarus as <c>$display</c>.</summary>
public sealed class PrintTests
{
    private const int Cycles = 12;

    [Fact]
    public void Lines_have_the_values_before_the_edge_and_come_where_their_conditions_hold()
    {
        var design = new Printing().Elaborate();
        foreach (var text in AllSimulators(design))
        {
            text[0].Should().Be("count 0 is 0 (00000000, 0x0000), \"100%\"");
            text[3].Should().Be("count 3 is 9 (00001001, 0x0009), \"100%\"");
            text[5].Should().Be("square above ten", "instances come after the modules that they stand in");
            text.Should().Contain("signed -8 in 13 cycles").And.HaveCount(Cycles + 1 + 8);
        }
    }

    [Fact]
    public void Nothing_is_printed_in_reset_and_a_broken_assertion_is_the_end()
    {
        var module = new Guarded();
        AllOptions.ForEach(module.Elaborate(), sim =>
        {
            sim.Reset(3);
            sim.Output.ToString().Should().BeEmpty();
            sim.Step();
            sim.Poke(module.Bad, true);
            var act = () => sim.Step();
            act.Should().Throw<SimulationFailedException>();
            sim.Output.ToString().Should().Be("tick\ntick\n");
        });
    }

    [ToolFact("iverilog", "vvp")]
    public void Icarus_prints_the_same()
    {
        var design = new Printing().Elaborate();
        using var folder = new EmittedFolder(design);
        var bench = Path.Combine(Path.GetDirectoryName(folder.Files.First())!, "bench.v");
        File.WriteAllText(bench, $"""
            module bench;
              reg clock = 0, reset = 1;
              Printing dut (.clock(clock), .reset(reset), .result());
              initial begin
                #1 clock = 1; #1 clock = 0; reset = 0;
                repeat ({Cycles}) begin #1 clock = 1; #1 clock = 0; end
              end
            endmodule
            """);
        var program = Path.ChangeExtension(bench, ".vvp");
        ExternalTool.Run("iverilog", ["-g2005-sv", "-o", program, "-s", "bench", .. folder.Files]).Should().Be((0, ""));

        // Modules print in any order at one edge.
        var lines = ExternalTool.Run("vvp", "-n", program).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Should().BeEquivalentTo(AllSimulators(design).First());
    }

    [ToolFact("verilator", "yosys")]
    public void Linters_and_synthesis_take_it()
    {
        using var folder = new EmittedFolder(new Printing().Elaborate());
        ExternalTool.Run("verilator", ["--lint-only", "-Wall", "-Wno-DECLFILENAME", .. folder.Files]).Should().Be((0, ""));
        ExternalTool.Run("yosys", "-q", "-p", $"read_verilog -DSYNTHESIS -sv {string.Join(' ', folder.Files)}; synth -top Printing").ExitCode.Should().Be(0);
    }

    [Fact]
    public void A_format_that_is_not_there_is_refused() =>
        Fails.With(() => new Described<UInt>(UInt(1), _ => Module.Print($"{Lit(1, 2):q}")))
            .Should().Contain(p => p.Message == "a value is printed with the format d, x or b, not 'q'");

    private static IEnumerable<string[]> AllSimulators(Design design)
    {
        var texts = new List<string[]>();
        AllOptions.ForEach(design, sim =>
        {
            sim.Reset();
            sim.Step(Cycles);
            texts.Add(sim.Output.ToString()!.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        });
        texts.Should().AllSatisfy(text => text.Should().Equal(texts[0]));
        return texts;
    }

    private sealed class Printing : Module
    {
        public readonly UInt Result = Out(UInt(4));

        protected override void Build()
        {
            var count = Reg(UInt(4));
            count.Set(count + 1);
            var square = count * count;
            Print($"count {count} is {square} ({square:b}, 0x{square.Extend(16):x}), \"100%\"");
            using (When(count == 8))
                Print($"signed {count.AsSInt()} in {13} cycles");
            Instance(new Inner()).IsLarge.Set(square > 10);
            Result.Set(count);
        }
    }

    private sealed class Inner : Module
    {
        public readonly Bool IsLarge = In();

        protected override void Build()
        {
            using (When(IsLarge))
                Print("square above ten");
        }
    }

    private sealed class Guarded : Module
    {
        public readonly Bool Bad = In();

        protected override void Build()
        {
            Print("tick");
            Assert(!Bad, "not bad");
        }
    }
}
