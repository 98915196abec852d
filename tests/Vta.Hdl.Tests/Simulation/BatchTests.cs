using Vta.Hdl.Simulation;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Simulation;

/// <summary>Many cycles in one call are the same as one after the other.</summary>
public sealed class BatchTests
{
    [Fact]
    public void A_broken_assertion_stops_them_at_its_edge() => AllOptions.ForEach(new Counting().Elaborate(), sim =>
    {
        var steps = () => sim.Step(100);

        for (var attempt = 0; attempt < 2; attempt++)
        {
            steps.Should().Throw<SimulationFailedException>().WithMessage("*not seven*");
            sim.Cycle.Should().Be(7);
            sim.Peek("o").Should().Be(7);
        }
        sim.Poke("count", 8);
        sim.Step(100);
        sim.Cycle.Should().Be(107);
        sim.Peek("o").Should().Be(108);
    });

    private sealed class Counting : Module
    {
        public readonly UInt O = Out(UInt(16));

        protected override void Build()
        {
            var count = Reg(UInt(16));
            count.Set(count + 1);
            O.Set(count);
            Assert(count != 7, "not seven");
        }
    }
}
