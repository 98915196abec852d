using System.Text.RegularExpressions;
using Vta.Hdl.Simulation;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Diagnostics;

/// <summary>What is a combinational loop, and what only looks like one.</summary>
public sealed class CombinationalLoopTests
{
    [Fact]
    public void Bits_of_one_vector_that_depend_on_lower_ones_are_no_loop()
    {
        var adder = new RippleCarry(8);
        var design = adder.Elaborate();
        using var simulator = new Simulator(design);
        using var reference = new ReferenceSimulator(design);
        foreach (var sim in new SimulatorBase[] { simulator, reference })
        {
            sim.Poke(adder.A, 200);
            sim.Poke(adder.B, 99);
            sim.Peek(adder.Sum).Should().Be(299);
        }
    }

    [Fact]
    public void Vectors_may_hand_bits_to_and_fro()
    {
        var module = new ToAndFro();
        using var sim = new Simulator(module.Elaborate());
        sim.Poke(module.A, 5);
        sim.Peek(module.X).Should().Be(0b1010);
    }

    [Fact]
    public void A_loop_through_instances_is_named_bit_by_bit()
    {
        var problem = Fails.With(() => new Crossed()).Should().ContainSingle().Subject;

        Regex.Replace(problem.Message, @"[^ ]+\.cs:\d+", "…").Should().Be(
            "combinational loop: 'two.x'[3] (set at …) reads 'one.y'[3] (set at …) reads 'one.x'[3] (set at …) reads 'two.y'[3] (set at …) "
            + "reads 'two.x'[3]; a register on the way breaks it");
    }

    private sealed class RippleCarry(int width) : Module
    {
        public readonly UInt A = In(UInt(width));
        public readonly UInt B = In(UInt(width));
        public readonly UInt Sum = Out(UInt(width + 1));

        protected override void Build()
        {
            var carry = Wire(UInt(width + 1));
            carry.Set(Cat((A & B) | (carry.Trunc(width) & (A ^ B)), Lit(0, 1)));
            Sum.Set(Cat(carry[width], A ^ B ^ carry.Trunc(width)));
        }
    }

    private sealed class ToAndFro : Module
    {
        public readonly UInt A = In(UInt(4));
        public readonly UInt X = Out(UInt(4));

        protected override void Build()
        {
            var (x, y) = (Wire(UInt(4), "x"), Wire(UInt(4), "y"));
            x.Set(Cat(y[2, 0], A[3]) + 0);
            y.Set(Mux(A[1], Cat(Lit(0, 3), x[0]), Cat(x[2, 0], A[0])));
            X.Set(Cat(x[3], x[2], x[1], A[1]));
        }
    }

    private sealed class Pass : Module
    {
        public readonly UInt X = In(UInt(4));
        public readonly UInt Y = Out(UInt(4));

        protected override void Build() => Y.Set(Cat(X[3], Lit(0, 3)));
    }

    private sealed class Crossed : Module
    {
        public readonly UInt A = Out(UInt(4));

        protected override void Build()
        {
            var one = Instance(new Pass());
            var two = Instance(new Pass());
            one.X.Set(two.Y);
            two.X.Set(one.Y);
            A.Set(one.Y);
        }
    }
}
