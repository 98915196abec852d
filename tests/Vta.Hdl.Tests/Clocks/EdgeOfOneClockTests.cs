using Vta.Hdl.Ir;
using Vta.Hdl.Tests.Simulation;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Clocks;

/// <summary>An edge of one clock, where values that its registers take are made of registers of another.</summary>
public sealed class EdgeOfOneClockTests
{
    [Fact]
    public void What_only_one_clock_needs_is_there_at_its_edges_though_it_is_made_of_what_the_other_changes()
    {
        var module = new Crossing();
        AllOptions.ForEach(module.Elaborate(), sim =>
        {
            // Edge by edge, as with a wave, and not many in one go.
            sim.Record(TextWriter.Null);
            for (var i = 1; i < 20; i++)
            {
                sim.Poke(module.Step, i);
                sim.Step(ClockDomain.Main);
                sim.Step(s_second);
                var count = i * (i + 1) / 2;
                var product = count * ((count * 3) + i);
                sim.Peek(module.First).Should().Be(product & 0xffff);
                sim.Peek(module.Second).Should().Be((product ^ i) & 0xffff);
            }
        });
    }

    private static readonly ClockDomain s_second = new("second");

    private sealed class Crossing : Module
    {
        public readonly UInt Step = In(UInt(8));
        public readonly UInt First = Out(UInt(16));
        public readonly UInt Second = Out(UInt(16));

        protected override void Build()
        {
            var count = Reg(UInt(16));
            count.Set(count + Step.Extend(16));
            var product = (count * ((count * Lit(3, 4)).Trunc(16) + Step.Extend(16))).Trunc(16);
            using (Domain(s_second))
            {
                var first = RegAcross(UInt(16));
                first.Set(product);
                First.Set(first);
                var second = RegAcross(UInt(16));
                second.Set(product ^ Step.Extend(16));
                Second.Set(second);
            }
        }
    }
}
