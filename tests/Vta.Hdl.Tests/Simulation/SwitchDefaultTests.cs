using Vta.Hdl.Tests.Verilog;
using Vta.TestSupport;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Simulation;

/// <summary>A default means none of all cases, wherever it stands.</summary>
public sealed class SwitchDefaultTests
{
    [Fact]
    public void A_default_before_the_cases_leaves_them_out()
    {
        AllOptions.ForEach(new DefaultFirst(withAssertion: true).Elaborate(), sim =>
        {
            sim.Poke("d", 7);
            sim.Poke("a", 0);
            sim.Step();
            (sim.PeekMemory("mem", 0), sim.Peek("r"), sim.Peek("o")).Should().Be((0, 0, 1));
            sim.Poke("a", 1);
            sim.Invoking(s => s.Step()).Should().Throw<Vta.Hdl.Simulation.SimulationFailedException>().WithMessage("*only the default*");
            sim.Poke("allowed", 1);
            sim.Step();
            (sim.PeekMemory("mem", 0), sim.Peek("r"), sim.Peek("o")).Should().Be((7, 7, 2));
        });
    }

    [ToolFact("iverilog", "vvp")]
    public void The_Verilog_does_the_same()
    {
        using var folder = new TemporaryFolder();
        new Cosimulation(new DefaultFirst(withAssertion: false).Elaborate(), folder.Path, seed: 1).Icarus().Should().Be("end");
        new Cosimulation(new Degenerate().Elaborate(), folder.Path, seed: 1).Icarus().Should().Be("end");
    }

    [Fact]
    public void Switches_without_a_choice_do_what_they_say()
    {
        AllOptions.ForEach(new Degenerate().Elaborate(), sim =>
        {
            sim.Poke("d", 7);
            (sim.Peek("only_default"), sim.Peek("constant"), sim.Peek("no_value")).Should().Be((7, 2, 7));
        });
    }

    private sealed class DefaultFirst(bool withAssertion) : Module
    {
        public readonly UInt A = In(UInt(2));
        public readonly UInt D = In(UInt(8));
        public readonly Bool Allowed = In();
        public readonly UInt O = Out(UInt(2));
        public readonly UInt Word = Out(UInt(8));

        protected override void Build()
        {
            var mem = Mem(UInt(8), 2);
            var r = Reg(UInt(8));
            var s = Switch(A);
            using (s.Default())
            {
                mem.Write(0, D);
                r.Set(D);
                O.Set(2);
                if (withAssertion)
                    Assert(Allowed, "only the default is forbidden");
            }
            using (s.Case(0))
                O.Set(1);
            Word.Set(mem[Lit(0, 1)] ^ r);
        }
    }

    private sealed class Degenerate : Module
    {
        public readonly UInt A = In(UInt(2));
        public readonly UInt D = In(UInt(8));
        public readonly UInt OnlyDefault = Out(UInt(8));
        public readonly UInt Constant = Out(UInt(8));
        public readonly UInt NoValue = Out(UInt(8));

        protected override void Build()
        {
            var s = Switch(A);
            using (s.Default())
                OnlyDefault.Set(D);
            var constant = Switch(Lit(2, 2));
            for (var i = 0; i < 3; i++)
            {
                using (constant.Case(i))
                    Constant.Set(i);
            }
            using (constant.Default())
                Constant.Set(9);
            var none = Switch(A);
            using (none.Case([]))
                NoValue.Set(1);
            using (none.Default())
                NoValue.Set(D);
        }
    }
}
