using Vta.Hdl.Formal;
using Vta.Hdl.Simulation;
using Vta.TestSupport;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Formal;

/// <summary>A register with a reset starts as anything; what others take over from it before the reset counts, too.</summary>
public sealed class StartTests
{
    [ToolFact("yosys", "yosys-smtbmc", "z3")]
    public void What_only_some_starts_lead_to_breaks_an_assertion() => Prover.Prove(new BeforeReset()).Status.Should().Be(ProofStatus.Failed);

    [Fact]
    public void Such_a_start_breaks_it_in_simulation()
    {
        using var sim = new Simulator(new BeforeReset().Elaborate());
        sim.Poke("r", 3);
        sim.Reset();
        sim.Invoking(s => s.Step()).Should().Throw<SimulationFailedException>();
    }

    private sealed class BeforeReset : Module
    {
        public readonly Bool E = In();
        public readonly UInt O = Out(UInt(2));

        protected override void Build()
        {
            var r = Reg(UInt(2), 1);
            using (When(E))
                r.Set(0);
            var n = RegNext(r);
            Assert(n != 3, "n is not 3");
            O.Set(n);
        }
    }
}
