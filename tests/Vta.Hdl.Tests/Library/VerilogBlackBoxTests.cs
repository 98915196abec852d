using System.Numerics;
using Vta.Hdl.Diagnostics;
using Vta.Hdl.Formal;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation;
using Vta.Hdl.Tests.Diagnostics;
using Vta.Hdl.Tests.Simulation;
using Vta.Hdl.Tests.Verilog;
using Vta.TestSupport;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Library;

/// <summary>Black boxes that are Verilog files, run by Verilator in either simulator.</summary>
public sealed class VerilogBlackBoxTests : IDisposable
{
    private const string Accumulator = """
        module accumulator #(parameter WIDTH = 8, parameter STEP = 1) (
          input wire clk, input wire rst, input wire [WIDTH-1:0] d, input wire enable,
          output reg [WIDTH-1:0] q, output wire [WIDTH-1:0] next, output reg [2:0] falls);
          assign next = q + d * STEP;
          always @(posedge clk) if (rst) q <= 0; else if (enable) q <= next;
          initial falls = 0;
          always @(negedge clk) falls <= falls + 1;
        endmodule
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [ToolTheory("verilator", "g++", "make")]
    [InlineData(40)]
    [InlineData(100)]
    public void It_runs_beside_the_rest_of_the_design(int width)
    {
        var module = new Summing(width, Write("accumulator.v", Accumulator));
        var design = module.Elaborate();
        var random = new Random(width);
        foreach (var simulator in new SimulatorBase[] { new ReferenceSimulator(design), new Simulator(design), new Simulator(design, AllOptions.Set(0)) })
        {
            using var sim = simulator;
            var (sum, delayed) = (BigInteger.Zero, BigInteger.Zero);
            sim.Reset();
            for (var i = 0; i < 100; i++)
            {
                var (value, isEnabled, clears) = (RandomNumber.Below(random, width), random.Next(3) > 0, random.Next(10) == 0);
                sim.Poke(module.Value, value);
                sim.Poke(module.Enable, isEnabled);
                sim.Poke(module.Clear, clears);
                var next = (sum + (3 * (value ^ 1))) & Bits.Mask(width);
                sim.Peek(module.Next).Should().Be(next, "it is combinational");
                sim.Peek(module.Sum).Should().Be(sum);
                sim.Peek(module.Delayed).Should().Be(delayed);
                delayed = sum;
                sim.Step();
                sum = clears ? 0 : isEnabled ? next : sum;
            }
            sim.Peek(module.Falls).Should().Be((100 + 1 - 1) % 8, "the clock falls before it rises again");
        }
    }

    [ToolFact("verilator", "g++", "make")]
    public void Values_go_round_through_several_until_they_settle_and_there_are_no_snapshots_of_them()
    {
        var module = new Ring(Write("plus.v", "module plus(input wire [7:0] a, input wire [7:0] b, output wire [7:0] s); assign s = a + b; endmodule"));
        using var sim = new Simulator(module.Elaborate());
        sim.Poke(module.A, 5);
        sim.Peek(module.S).Should().Be(20);
        sim.Poke(module.A, 7);
        sim.Peek(module.S).Should().Be(28);

        var act = sim.Save;
        act.Should().Throw<NotSupportedException>().WithMessage("*black boxes that run as Verilog*");
    }

    [ToolFact("verilator", "g++", "make")]
    public void What_never_settles_is_said()
    {
        var module = new Oscillator(Write("invert.v", "module invert(input wire a, output wire y); assign y = !a; endmodule"));
        using var sim = new Simulator(module.Elaborate());

        var act = () => sim.Peek(module.Y);

        act.Should().Throw<InvalidOperationException>().WithMessage("*never settles*");
    }

    [ToolFact("verilator", "g++", "make")]
    public void Verilog_with_a_mistake_is_told_in_a_line()
    {
        var act = () => new Simulator(new Oscillator(Write("broken.v", "module invert(input wire a, output wire y); assign y = ; endmodule")).Elaborate());
        act.Should().Throw<InvalidOperationException>().WithMessage("Verilator cannot build the black box invert of *broken.v: %Error: *broken.v:1:*");
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused() => Fails.With(() => new Oscillator("nowhere.v")).Should()
        .Contain(p => p.Rule == Rule.Parameter && p.Message == "the Verilog of the black box invert is not there: nowhere.v");

    [Fact]
    public void Proofs_do_not_take_it()
    {
        var act = () => Prover.Prove(new Oscillator(Write("x.v", "")));
        act.Should().Throw<HdlException>().Which.Diagnostics.Should().OnlyContain(d => d.Rule == Rule.NoModel);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.Path, name);
        File.WriteAllText(path, text);
        return path;
    }

    private sealed class AccumulatorBox(int width, string file) : BlackBox("accumulator")
    {
        public readonly UInt D = In(UInt(width));
        public readonly Bool Enable = In();
        public readonly UInt Q = Out(UInt(width));
        public readonly UInt Next = Out(UInt(width));
        public readonly UInt Falls = Out(UInt(3));

        protected override IReadOnlyList<(string Name, object Value)> Parameters => [("WIDTH", width), ("STEP", 3)];

        protected override string ClockPin => "clk";

        protected override string ResetPin => "rst";

        protected override IReadOnlyList<string> VerilogFiles => [file];
    }

    private sealed class Summing(int width, string file) : Module
    {
        public readonly UInt Value = In(UInt(width));
        public readonly Bool Enable = In();
        public readonly Bool Clear = In();
        public readonly UInt Sum = Out(UInt(width));
        public readonly UInt Next = Out(UInt(width));
        public readonly UInt Delayed = Out(UInt(width));
        public readonly UInt Falls = Out(UInt(3));

        protected override void Build()
        {
            var box = Instance(new AccumulatorBox(width, file), resetWhen: Clear);
            box.D.Set(Value ^ 1);
            box.Enable.Set(Enable);
            Sum.Set(box.Q);
            Next.Set(box.Next);
            Delayed.Set(RegNext(box.Q));
            Falls.Set(box.Falls);
        }
    }

    private sealed class Plus(string file) : BlackBox("plus")
    {
        public readonly UInt A = In(UInt(8));
        public readonly UInt B = In(UInt(8));
        public readonly UInt S = Out(UInt(8));

        protected override IReadOnlyList<string> VerilogFiles => [file];
    }

    private sealed class Ring(string file) : Module
    {
        public readonly UInt A = In(UInt(8));
        public readonly UInt S = Out(UInt(8));

        protected override void Build()
        {
            var previous = A;
            for (var i = 0; i < 3; i++)
            {
                var plus = Instance(new Plus(file));
                plus.A.Set(A);
                plus.B.Set(previous);
                previous = plus.S;
            }
            S.Set(previous);
        }
    }

    private sealed class Inverter(string file) : BlackBox("invert")
    {
        public readonly Bool A = In();
        public readonly Bool Y = Out();

        protected override IReadOnlyList<string> VerilogFiles => [file];
    }

    private sealed class Oscillator(string file) : Module
    {
        public readonly Bool Y = Out();

        protected override void Build()
        {
            var inverter = Instance(new Inverter(file));
            inverter.A.Set(inverter.Y);
            Y.Set(inverter.Y);
        }
    }
}
