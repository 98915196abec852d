using System.Numerics;
using Vta.Hdl.Diagnostics;
using Vta.Hdl.Tests.Diagnostics;
using Vta.Hdl.Tests.Simulation;
using Vta.Hdl.Tests.Verilog;
using Vta.TestSupport;
using static Vta.Hdl.Hw;
using static Vta.Hdl.Module;

namespace Vta.Hdl.Tests.Writing;

/// <summary>Assignments to bits, slices and elements.</summary>
public sealed class PartTests
{
    [Fact]
    public void Parts_are_set_where_they_are_and_nothing_else_is() => AllOptions.ForEach(new Parts().Elaborate(), sim =>
    {
        var random = new Random(1);
        var (flags, bytes, odd, matrix) = (Bits(8), Bits(32), Bits(50), Bits(96));
        sim.Reset();
        Put(flags, 0, 8, 0x81);
        for (var cycle = 0; cycle < 60; cycle++)
        {
            var (index, column, data, bit, enable) = (random.Next(16), random.Next(4), random.Next(256), random.Next(2), random.Next(2) == 1);
            sim.Poke("index", index);
            sim.Poke("column", column);
            sim.Poke("data", data);
            sim.Poke("flag", bit);
            sim.Poke("enable", enable ? 1 : 0);

            sim.Peek("halves").Should().Be((data >> 4) | ((enable ? data & 15 : 9) << 4));
            sim.Peek("prefix").Should().Be(Enumerable.Range(0, 8).Sum(i => (BitOperations.PopCount((uint)data & ((2u << i) - 1)) & 1) << i));
            sim.Peek("decoded").Should().Be(((index < 10 ? 1 << index : 0) & (enable ? 0xff : 0x3ff)) | (enable ? column << 8 : 0));

            if (enable)
            {
                Put(flags, 3, 1, bit);
                Put(flags, 6, 2, column);
                Put(bytes, column * 8, 8, data);
            }
            else if (bit == 1 && index < 8)
            {
                Put(flags, index, 1, 0);
            }
            if (index < 10)
                Put(odd, index * 5, 5, data);
            if (enable)
                Put(odd, 45 + column, 1, bit);
            if (column < 3)
                Put(matrix, ((index >> 2) * 24) + (column * 8) + 2, 5, data);
            sim.Step();
            (sim.Peek("flags"), sim.Peek("bytes"), sim.Peek("odd"), sim.Peek("matrix")).Should().Be((Number(flags), Number(bytes), Number(odd), Number(matrix)));
        }
    });

    [Fact]
    public void Inputs_of_instances_and_chains_are_set_in_parts() => AllOptions.ForEach(new PartsOfPorts().Elaborate(), sim =>
    {
        sim.Poke("a", 0b1001);
        sim.Peek("y").Should().Be(0b0111);
        sim.Peek("chain").Should().Be(0b0011);
        sim.Poke("turn", 1);
        sim.Peek("chain").Should().Be(0b1010);
    });

    [ToolFact("iverilog", "vvp", "yosys")]
    public void Verilog_and_gates_do_the_same()
    {
        using var folder = new TemporaryFolder();
        var parts = new Cosimulation(new Parts().Elaborate(), folder.Path, seed: 1);
        parts.Icarus().Should().Be("end");
        parts.Netlist().Should().Be("end");
        new Cosimulation(new Looking().Elaborate(), folder.Path, seed: 2).Icarus().Should().Be("end", "a block that reads what it sets has to see it");
    }

    public static TheoryData<string, Rule, string> Refused => new()
    {
        { "a bit twice", Rule.TwoDrivers, "bit 3 of 'w' (declared at " },
        { "a slice over a bit", Rule.TwoDrivers, "bits 3..2 of 'w' (declared at " },
        { "bits that nobody sets", Rule.Undriven, "'w', a wire of Refusals, is set in part only: bits 7..6, bits 3..0 have no driver" },
        { "a bit under a condition", Rule.PartlyDriven, "while the condition does not hold, or where a branch leaves it out, bit 7 has no driver" },
        { "a computed bit without a default", Rule.PartlyDriven, "at a computed place only: where it is another, bits 7..0 have no driver" },
        { "another width", Rule.WidthMismatch, "'w'[5, 2] (declared at " },
        { "an element that is not there", Rule.BitRange, "element 9 of 'w' (declared at " },
        { "a number too large for a bit", Rule.LiteralRange, "'w'[1, 0] (declared at " },
        { "a bit of an input", Rule.IllegalTarget, "'x' (declared at " },
        { "a bit of a sum", Rule.IllegalTarget, "is computed, and can't be set" },
        { "a bit from itself", Rule.CombinationalLoop, "'w'[2]" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_meant_is_refused(string mistake, Rule rule, string words)
    {
        var problem = Fails.With(() => new Refusals(mistake)).Should().ContainSingle().Subject;
        problem.Rule.Should().Be(rule);
        problem.Message.Should().Contain(words);
        problem.Location.File.Should().EndWith("PartTests.cs");
    }

    [Fact]
    public void A_default_may_have_an_exception_for_each_bit() => AllOptions.ForEach(new Described<UInt>(UInt(2), o =>
    {
        o.Set(0);
        o[0].Set(true);
        o[1].Set(false);
    }).Elaborate(), sim => sim.Peek("o").Should().Be(1));

    [Fact]
    public void The_only_bit_is_bit_0() => AllOptions.ForEach(new Described<UInt>(UInt(4), o =>
    {
        var one = Reg(UInt(1));
        var step = Reg(UInt(2));
        step.Set(step + 1);
        one[step].Set(true);
        o.Set(Cat(step, one, one[step]));
    }).Elaborate(), sim =>
    {
        sim.Reset();
        sim.Peek("o").Should().Be(0);
        sim.Step();
        sim.Peek("o").Should().Be(0b0110, "step 0 has set the bit, and there is no bit 1");
    });

    private static int[] Bits(int width) => new int[width];

    private static void Put(int[] bits, int low, int width, int value)
    {
        for (var i = 0; i < width; i++)
            bits[low + i] = (value >> i) & 1;
    }

    private static BigInteger Number(int[] bits) => bits.Select((bit, i) => (BigInteger)bit << i).Aggregate((a, b) => a + b);

    /// <summary>A block whose conditions and values are bits that it sets itself.</summary>
    private sealed class Looking : Module
    {
        public readonly UInt A = In(UInt(4));
        public readonly UInt Y = Out(UInt(4));

        protected override void Build()
        {
            using (When(A[0]))
                Y.Set(Cat(Y[1] ^ A[3], Y[0], A[2], A[1]));
            using (Else())
                Y.Set(Cat(A[3, 1], Y[3]));
        }
    }

    private sealed class Refusals(string mistake) : Module
    {
        public readonly UInt X = In(UInt(8));
        public readonly UInt Y = Out(UInt(8));

        protected override void Build()
        {
            var w = Wire(UInt(8));
            Y.Set(w);
            if (mistake is not ("bits that nobody sets" or "a bit under a condition" or "a computed bit without a default"))
                w.Set(X);
            switch (mistake)
            {
                case "a bit twice":
                    w[3].Set(X[1]);
                    w[3].Set(X[2]);
                    break;
                case "a slice over a bit":
                    w[3].Set(X[1]);
                    w[3, 2].Set(X[2, 1]);
                    break;
                case "bits that nobody sets":
                    w[5, 4].Set(X[1, 0]);
                    break;
                case "a bit under a condition":
                    w[6, 0].Set(X[6, 0]);
                    using (When(X[7]))
                        w[7].Set(true);
                    break;
                case "a computed bit without a default":
                    w[X[2, 0]].Set(true);
                    break;
                case "another width":
                    w[5, 2].Set(X);
                    break;
                case "an element that is not there":
                    w[Lit(9, 4)].Set(true);
                    break;
                case "a number too large for a bit":
                    w[1, 0].Set(4);
                    break;
                case "a bit of an input":
                    X[3].Set(true);
                    break;
                case "a bit of a sum":
                    (w + 1)[3].Set(true);
                    break;
                default:
                    w[2].Set(!w[2]);
                    break;
            }
        }
    }
}
