using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Simulation;

/// <summary>A register sleeps while what decides whether it changes stays as it is, unless what it takes may change.</summary>
public sealed class SleepTests
{
    [Fact]
    public void A_constant_that_an_inner_condition_chose_is_given_up_with_it() => AllOptions.ForEach(new Chosen().Elaborate(), sim =>
    {
        sim.Poke("a", 3);
        sim.Poke("outer", 1);
        sim.Poke("inner", 1);
        sim.Step(3);
        sim.Peek("o").Should().Be(16);
        sim.Poke("inner", 0);
        sim.Step();
        sim.Peek("o").Should().Be(3 * 3 * 3 * 3);
    });

    private sealed class Chosen : Module
    {
        public readonly UInt A = In(UInt(8));
        public readonly Bool Outer = In();
        public readonly Bool Inner = In();
        public readonly UInt O = Out(UInt(32));

        protected override void Build()
        {
            var r = Reg(UInt(32));
            var square = (A * A).Trunc(16);
            using (When(Outer))
            {
                using (When(Inner))
                    r.Set(16);
                using (Else())
                    r.Set(square * square);
            }
            O.Set(r);
        }
    }
}
