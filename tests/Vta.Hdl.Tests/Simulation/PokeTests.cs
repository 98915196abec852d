using Vta.Hdl.Simulation;

namespace Vta.Hdl.Tests.Simulation;

public sealed class PokeTests
{
    [Theory]
    [InlineData(255, 255)]
    [InlineData(-128, 128)]
    public void A_number_that_fits_with_or_without_a_sign_is_taken(int number, int bits)
    {
        using var sim = new Simulator(new Wire().Elaborate());
        sim.Poke("a", number);
        sim.Peek("b").Should().Be(bits);
    }

    [Theory]
    [InlineData(256)]
    [InlineData(-129)]
    public void A_number_that_does_not_fit_is_refused(int number)
    {
        using var sim = new Simulator(new Wire().Elaborate());
        sim.Invoking(s => s.Poke("a", number)).Should().Throw<ArgumentException>().WithMessage($"{number} does not fit the 8 bits of 'a'");
    }

    private sealed class Wire : Module
    {
        public readonly UInt A = In(Hw.UInt(8));
        public readonly UInt B = Out(Hw.UInt(8));

        protected override void Build() => B.Set(A);
    }
}
