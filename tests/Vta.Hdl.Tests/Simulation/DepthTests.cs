using Vta.Hdl.Simulation;
using Vta.Hdl.Verilog;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Simulation;

/// <summary>What is described is as deep, or as long, as its author likes.</summary>
public sealed class DepthTests
{
    [Fact]
    public void A_sum_of_thousands_of_terms_is_computed()
    {
        var design = new Terms(6_000).Elaborate();
        foreach (var options in new[] { SimulatorOptions.Default, AllOptions.Set(0) })
        {
            using var sim = new Simulator(design, options);
            Check(sim);
        }
        using var reference = new ReferenceSimulator(design);
        Check(reference);
        VerilogEmitter.Emit(design).Should().ContainSingle();

        static void Check(SimulatorBase sim)
        {
            sim.Poke("a", 3);
            sim.Peek("o").Should().Be(18_003);
        }
    }

    [Fact]
    public void A_choice_of_thousands_of_values_is_made()
    {
        var design = new Choice(10_000).Elaborate();
        using var sim = new Simulator(design);
        using var reference = new ReferenceSimulator(design);
        foreach (var simulator in new SimulatorBase[] { sim, reference })
        {
            simulator.Poke("a", 7_777);
            simulator.Peek("o").Should().Be(7_777 % 13);
        }
        VerilogEmitter.Emit(design).Should().ContainSingle();
    }

    [Fact]
    public void Thousands_of_registers_in_a_row_hand_on_what_they_get()
    {
        var design = new Row(20_000).Elaborate();
        using var sim = new Simulator(design);
        sim.Poke("a", 1);
        sim.Step();
        sim.Poke("a", 0);
        sim.Step(19_998);
        sim.Peek("o").Should().Be(0);
        sim.Step();
        sim.Peek("o").Should().Be(1);
        VerilogEmitter.Emit(design).Should().ContainSingle();
    }

    [Fact]
    public void A_chain_of_a_thousand_conditions_is_compiled_in_time()
    {
        using var sim = new Simulator(new Conditions(1_000).Elaborate());
        sim.Poke("a", 500);
        sim.Step();
        sim.Peek("o").Should().Be(500 * 3);
    }

    [Fact]
    public void Thousands_of_instances_may_share_a_name()
    {
        using var sim = new Simulator(new Cells(1_500).Elaborate());
        sim.Poke("a", 7);
        sim.Step(1_500);
        sim.Peek("o").Should().Be(7 + 1_500);
    }

    private sealed class Cells(int count) : Module
    {
        public readonly UInt A = In(UInt(16));
        public readonly UInt O = Out(UInt(16));

        protected override void Build()
        {
            var last = A;
            for (var i = 0; i < count; i++)
            {
                var cell = Instance(new Cell());
                cell.X.Set(last);
                last = cell.Y;
            }
            O.Set(last);
        }
    }

    private sealed class Cell : Module
    {
        public readonly UInt X = In(UInt(16));
        public readonly UInt Y = Out(UInt(16));

        protected override void Build() => Y.Set(RegNext(X + 1));
    }

    private sealed class Terms(int count) : Module
    {
        public readonly UInt A = In(UInt(32));
        public readonly UInt O = Out(UInt(32));

        protected override void Build()
        {
            var sum = A;
            for (var i = 0; i < count; i++)
                sum += A;
            O.Set(sum);
        }
    }

    private sealed class Choice(int count) : Module
    {
        public readonly UInt A = In(UInt(16));
        public readonly UInt O = Out(UInt(8));

        protected override void Build()
        {
            UInt chosen = Lit(0, 8);
            for (var i = 0; i < count; i++)
                chosen = Mux(A == i, Lit(i % 13, 8), chosen);
            O.Set(chosen);
        }
    }

    private sealed class Row(int count) : Module
    {
        public readonly Bool A = In();
        public readonly Bool O = Out();

        protected override void Build()
        {
            var last = A;
            for (var i = 0; i < count; i++)
                last = RegNext(last);
            O.Set(last);
        }
    }

    private sealed class Conditions(int count) : Module
    {
        public readonly UInt A = In(UInt(16));
        public readonly UInt O = Out(UInt(16));

        protected override void Build()
        {
            var r = Reg(UInt(16));
            using (When(A == 0))
                r.Set(1);
            for (var i = 1; i < count; i++)
            {
                using (ElseWhen(A == i))
                    r.Set(A + (2 * i));
            }
            O.Set(r);
        }
    }
}
