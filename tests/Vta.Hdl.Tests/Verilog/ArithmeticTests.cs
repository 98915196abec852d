using Vta.Hdl.Formal;
using Vta.Hdl.Tests.Simulation;
using Vta.TestSupport;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Verilog;

/// <summary>Arithmetic whose width in Verilog depends on what stands around it.</summary>
public sealed class ArithmeticTests
{
    [Fact]
    public void A_product_that_lost_bits_is_not_extended_before_it_loses_them() => AllOptions.ForEach(new Cut(withAssertion: false).Elaborate(), sim =>
    {
        sim.Poke("d", 74);
        sim.Peek("y").Should().Be(356);
        sim.Poke("d", 127);
        sim.Peek("y").Should().Be((1 << 20) - 255, "127 · 127 is 769, or -255, in 10 bits");
    });

    [ToolFact("iverilog", "vvp", "yosys")]
    public void The_Verilog_of_such_a_product_does_the_same()
    {
        using var folder = new TemporaryFolder();
        var simulation = new Cosimulation(new Cut(withAssertion: false).Elaborate(), folder.Path, seed: 1);

        simulation.Icarus().Should().Be("end");
        simulation.Netlist().Should().Be("end");
    }

    [ToolFact("yosys", "yosys-smtbmc", "z3")]
    public void A_proof_sees_the_lost_bits() => Prover.Prove(new Cut(withAssertion: true)).Status.Should().Be(ProofStatus.Failed);

    [ToolFact("iverilog", "vvp", "yosys")]
    public void Shifts_by_amounts_of_any_width_shift_everything_out()
    {
        using var folder = new TemporaryFolder();
        var design = new WideAmounts().Elaborate();
        new Cosimulation(design, folder.Path, seed: 1).Icarus().Should().Be("end");
        AllOptions.ForEach(design, sim =>
        {
            sim.Poke("s", -8);
            sim.Poke("amount", System.Numerics.BigInteger.One << 65);
            (sim.Peek("by_constant"), sim.Peek("left"), sim.Peek("right"), sim.Peek("with_sign")).Should().Be((255, 0, 0, 255));
            sim.Poke("amount", 2);
            (sim.Peek("by_constant"), sim.Peek("left"), sim.Peek("right"), sim.Peek("with_sign")).Should().Be((255, 0xe0, 0x3e, 0xfe));
        });
    }

    private sealed class Cut(bool withAssertion) : Module
    {
        public readonly SInt D = In(SInt(8));
        public readonly SInt Y = Out(SInt(20));

        protected override void Build()
        {
            Y.Set(D.Extend(10).MultiplyWrapping(D.Extend(10)).Extend(20));
            if (withAssertion)
                Assert(Y >= 0, "a square is not negative");
        }
    }

    private sealed class WideAmounts : Module
    {
        public readonly SInt S = In(SInt(8));
        public readonly UInt Amount = In(UInt(66));
        public readonly SInt ByConstant = Out(SInt(8));
        public readonly UInt Left = Out(UInt(8));
        public readonly UInt Right = Out(UInt(8));
        public readonly SInt WithSign = Out(SInt(8));

        protected override void Build()
        {
            ByConstant.Set(S >> Lit((System.Numerics.BigInteger.One << 65) + 3, 66));
            Left.Set(S.AsUInt() << Amount);
            Right.Set(S.AsUInt() >> Amount);
            WithSign.Set(S >> Amount);
        }
    }
}
