using Vta.Hdl.Diagnostics;
using Vta.Hdl.Tests.Diagnostics;
using Vta.Hdl.Tests.Simulation;
using Vta.Hdl.Tests.Verilog;
using Vta.Hdl.Verilog;
using Vta.TestSupport;
using static Vta.Hdl.Hw;
using static Vta.Hdl.Module;

namespace Vta.Hdl.Tests.Writing;

/// <summary>Wires, names and instances that are declared inside the block of a condition.</summary>
public sealed class LocalSignalTests
{
    [Fact]
    public void What_is_named_inside_a_condition_has_its_value_always() => AllOptions.ForEach(new Local().Elaborate(), sim =>
    {
        sim.Reset();
        sim.Poke("a", 5);
        sim.Peek("seen").Should().Be(6 + 10 + 5, "a name and a wire are no part of the condition");
        sim.Step();
        sim.Peek("y").Should().Be(0);
        sim.Poke("enable", 1);
        sim.Step();
        sim.Peek("y").Should().Be(6 + 10 + 20);
        sim.Poke("a", 9);
        sim.Step();
        sim.Peek("y").Should().Be(10 + 9 + 36);
    });

    [ToolFact("iverilog", "vvp")]
    public void The_Verilog_does_the_same_and_has_the_names()
    {
        using var folder = new TemporaryFolder();
        var design = new Local().Elaborate();
        var flat = new Cosimulation(new Local(withInstance: false).Elaborate(), folder.Path, seed: 3);

        flat.Icarus().Should().Be("end");
        VerilogEmitter.Emit(design)[^1].Text.Should().Contain("assign more = a + 8'd1;").And.Contain("wire [7:0] more;").And.Contain(".x (a)");
    }

    [Fact]
    public void States_with_names_stay_one_case() => AllOptions.ForEach(new Described<UInt>(UInt(4), o =>
    {
        var turn = Fsm(reset: Turn.First);
        using (turn.State(Turn.First))
        {
            var next = Let(Lit(Turn.Second));
            o.Set(next.Extend(4));
            turn.Go(Turn.Second);
        }
        using (turn.State(Turn.Second))
        {
            o.Set(7);
            turn.Go(Turn.First);
        }
    }).Elaborate(), sim =>
    {
        sim.Reset();
        sim.Peek("o").Should().Be(1);
        sim.Step();
        sim.Peek("o").Should().Be(7);
    });

    [Fact]
    public void Paths_through_the_block_are_still_looked_at() => Fails.With(() => new Described<UInt>(UInt(4), o =>
    {
        o.Set(0);
        using (When(o.TypeOf().Zero == 0))
        {
            var part = Wire(UInt(4));
            using (When(o == 1))
                part.Set(3);
            o.Set(part);
        }
    })).Should().ContainSingle().Which.Rule.Should().Be(Rule.PartlyDriven);

    private enum Turn
    {
        First,
        Second,
    }

    private sealed class Local(bool withInstance = true) : Module
    {
        public readonly UInt A = In(UInt(8));
        public readonly Bool Enable = In();
        public readonly UInt Y = Out(UInt(8));
        public readonly UInt Seen = Out(UInt(8));

        protected override void Build()
        {
            var y = Reg(UInt(8));
            Y.Set(y);
            UInt seen = 0;
            using (When(Enable))
            {
                var more = Let(A + 1);
                var chosen = Wire(UInt(8));
                using (When(A < 6))
                    chosen.Set(10);
                using (Else())
                    chosen.Set(A);
                var four = withInstance ? Four() : A << 2;
                y.Set(more + chosen + four);
                seen = more + chosen + A;
            }
            Seen.Set(seen);
        }

        private UInt Four()
        {
            var quadruple = Instance(new Quadruple());
            quadruple.X.Set(A);
            return quadruple.Y;
        }
    }

    private sealed class Quadruple : Module
    {
        public readonly UInt X = In(UInt(8));
        public readonly UInt Y = Out(UInt(8));

        protected override void Build() => Y.Set(X << 2);
    }
}
