using System.Numerics;
using Vta.Hdl.Diagnostics;
using Vta.Hdl.Simulation;
using Vta.Hdl.Testbench;
using Vta.Hdl.Tests.Diagnostics;
using Vta.Hdl.Tests.Verilog;
using Vta.Hdl.Verilog;
using Vta.TestSupport;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests;

/// <summary>What users of hardware languages that live in another language complain of most, one test each.</summary>
public sealed class ComplaintTests
{
    [Fact]
    public void No_1_silent_truncation() => Fails.With(() => new Narrowing()).Select(d => d.Rule).Should().Equal(
        Rule.WidthMismatch, Rule.WidthMismatch, Rule.LiteralRange, Rule.LiteralRange, Rule.WidthMismatch);

    [Fact]
    public void No_2_unreadable_Verilog() => Lines(new Saturating(withExtra: false)).Should().ContainInOrder(
        "assign at_limit = count_reg == limit;",
        "always @(posedge clock) begin",
        "if (reset) begin",
        "count_reg <= 8'd0;",
        "end else begin",
        "if (clear)",
        "count_reg <= 8'd0;",
        "else if (step && !at_limit)",
        "count_reg <= count_reg + 8'd1;",
        "end",
        "end",
        "endmodule");

    [Fact]
    public void No_3_names_that_change_with_unrelated_code() =>
        Lines(new Saturating(withExtra: true)).Should().Contain(Lines(new Saturating(withExtra: false)));

    [Fact]
    public void No_4_errors_without_a_location()
    {
        foreach (var make in new Func<Module>[] { () => new Narrowing(), () => new Undriven() })
            Fails.With(make).Should().OnlyContain(d => d.Location.IsKnown && d.Location.ToString().StartsWith("tests/Vta.Hdl.Tests/ComplaintTests.cs:", StringComparison.Ordinal));
    }

    [Fact]
    public void No_5_undriven_signals_found_late() => Fails.With(() => new Undriven()).Select(d => d.Message.Split(' ')[0].TrimEnd(','))
        .Should().BeEquivalentTo(["'never'", "'sometimes'", "'wire'"], "elaboration finds them, all at once");

    [ToolTheory("yosys")]
    [InlineData(1)]
    [InlineData(8)]
    public void No_6_memories_that_miss_block_RAM(int parts)
    {
        using var folder = new EmittedFolder(new Ram(parts).Elaborate());

        var (exitCode, output) = ExternalTool.Run("yosys", "-p", $"read_verilog {string.Join(' ', folder.Files)}; synth_xilinx -family xc7 -noiopad; stat");

        exitCode.Should().Be(0);
        var statistics = output[output.LastIndexOf("Number of cells", StringComparison.Ordinal)..];
        statistics.Should().Contain("RAMB").And.NotContain("FDRE").And.NotContain("RAM32").And.NotContain("RAM64");
    }

    [Fact]
    public void No_7_elaboration_that_grows_with_the_square()
    {
        Allocated(500);

        var (small, large) = (Allocated(500), Allocated(8000));

        (large / small).Should().BeLessThan(24, "16 times the design takes some 16 times the memory, not 256 times (benchmarks/ measures the time)");

        static double Allocated(int size)
        {
            var bytes = GC.GetAllocatedBytesForCurrentThread();
            new Large(size).Elaborate();
            return GC.GetAllocatedBytesForCurrentThread() - bytes;
        }
    }

    [Fact]
    public void No_8_testbenches_with_races()
    {
        Run(firstReads: true).Should().Equal(Run(firstReads: false)).And.Equal(
            (0, false), (1, false), (2, false), (3, true), (3, true));

        static List<(int Count, bool AtLimit)> Run(bool firstReads)
        {
            var module = new Saturating(withExtra: false);
            using var bench = new Bench(module.Elaborate());
            var seen = new List<(int, bool)>();
            Func<BenchProcess, Task>[] processes = [Reads, Writes];
            foreach (var process in firstReads ? processes : processes.Reverse())
                bench.Process(process);
            bench.RunUntilDone();
            return seen;

            async Task Writes(BenchProcess clock)
            {
                clock.Set(module.Limit, 9);
                clock.Set(module.Step, true);
                await clock.Tick(3);
                clock.Set(module.Limit, 3);
                clock.Set(module.Step, false);
            }

            async Task Reads(BenchProcess clock)
            {
                for (var i = 0; i < 5; i++)
                {
                    await clock.Tick();
                    seen.Add(((int)clock.Get(module.Count), clock.Get(module.AtLimit)));
                }
            }
        }
    }

    [Fact]
    public void No_9_boilerplate_to_clone_bundles()
    {
        var module = new Points();
        using var sim = new Simulator(module.Elaborate());
        sim.Poke(module.Input.X, 3);
        sim.Poke(module.Input.Y, 4);
        sim.Step();
        sim.Step();
        sim.Peek(module.Output.X).Should().Be(3);
        sim.Peek(module.Output.Y).Should().Be(4);
    }

    [Fact]
    public void No_10_keyword_clashes_and_lost_names()
    {
        var reserved = VerilogEmitter.Emit(SampleDesigns.Elaborate("reserved"))[0].Text;
        var loader = VerilogEmitter.Emit(SampleDesigns.Elaborate("loader"))[0].Text;
        var hierarchy = VerilogEmitter.Emit(SampleDesigns.Elaborate("hierarchy"));

        reserved.Should().Contain("wire [3:0] always_;");
        loader.Should().Contain("localparam [1:0] STATE_IDLE = 2'd0;").And.Contain("fsm <= STATE_RUN;");
        hierarchy.Should().HaveCountGreaterThan(1);
        hierarchy[^1].Text.Should().Contain("Fifo_8x4 first (");
    }

    private static string[] Lines(Module module) => [.. VerilogEmitter.Emit(module.Elaborate())[0].Text.Split('\n')
        .Where(l => !l.StartsWith("//", StringComparison.Ordinal)).Select(l => l.Split("//")[0].Trim()).Where(l => l.Length > 0)];

    private sealed class Narrowing : Module
    {
        public readonly UInt Wide = In(UInt(12));
        public readonly SInt Signed = In(SInt(9));
        public readonly UInt Narrow = Out(UInt(8));
        public readonly SInt Short = Out(SInt(8));

        protected override void Build()
        {
            Narrow.Set(Wide + 1);
            Short.Set(Signed);
            Short.Set(128);
            Reg(UInt(2), 4);
            Narrow.Set(Wide & Narrow);
        }
    }

    private sealed class Saturating(bool withExtra) : Module
    {
        public readonly Bool Clear = In();
        public readonly Bool Step = In();
        public readonly UInt Limit = In(UInt(8));
        public readonly UInt Count = Out(UInt(8));
        public readonly Bool AtLimit = Out();

        protected override void Build()
        {
            if (withExtra)
            {
                var extra = Reg(UInt(3));
                extra.Set(extra + 1);
                Assert(extra != 7 | !Clear, "unrelated");
            }
            var count = Reg(UInt(8));
            AtLimit.Set(count == Limit);
            Count.Set(count);
            using (When(Clear))
                count.Set(0);
            using (ElseWhen(Step & !AtLimit))
                count.Set(count + 1);
        }
    }

    private sealed class Undriven : Module
    {
        public readonly Bool A = In();
        public readonly Bool Never = Out();
        public readonly Bool Sometimes = Out();
        public readonly Bool Always = Out();

        protected override void Build()
        {
            var wire = Wire(Bool());
            Always.Set(wire);
            using (When(A))
                Sometimes.Set(true);
        }
    }

    private sealed class Ram(int parts) : Module
    {
        public readonly UInt Address = In(UInt(10));
        public readonly UInt Word = In(UInt(64));
        public readonly UInt Mask = In(UInt(parts));
        public readonly Bool Write = In();
        public readonly UInt Read = Out(UInt(64));

        protected override void Build()
        {
            var words = Mem(UInt(64), 1024);
            using (When(Write))
                words.Write(Address, Word, Mask);
            Read.Set(words.Read(Address));
        }
    }

    private sealed class Large(int size) : Module
    {
        public readonly UInt Input = In(UInt(16));
        public readonly UInt Output = Out(UInt(16));

        protected override void Build()
        {
            var registers = Enumerable.Range(0, size).Select(i => Reg(UInt(16), $"r{i}")).ToArray();
            using (When(Input[0]))
            using (When(Input[1]))
            {
                for (var i = 1; i < size; i++)
                {
                    using (When(registers[i - 1] == i))
                        registers[i].Set(registers[i - 1] + Input);
                    using (Else())
                        registers[i].Set(Input);
                }
            }
            Output.Set(registers[^1]);
        }
    }

    private sealed class Point : Bundle
    {
        public readonly UInt X = Field(UInt(8));
        public readonly SInt Y = Field(SInt(8));

        public static readonly BundleType<Point> Type = BundleOf(() => new Point());
    }

    private sealed class Points : Module
    {
        public readonly Point Input = In(Point.Type);
        public readonly Point Output = Out(Point.Type);

        protected override void Build()
        {
            var delayed = RegNext(Input);
            var memory = Mem(delayed.TypeOf(), 4);
            memory.Write(0, delayed);
            var wire = Wire(Point.Type);
            wire.Set(Mux(delayed.X == 0, delayed, memory[Lit(0, 2)]));
            Output.Set(wire);
        }
    }
}
