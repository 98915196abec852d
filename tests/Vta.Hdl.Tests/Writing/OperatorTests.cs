using System.Numerics;
using Vta.Hdl.Diagnostics;
using Vta.Hdl.Library;
using Vta.Hdl.Simulation;
using Vta.Hdl.Tests.Diagnostics;
using Vta.Hdl.Tests.Verilog;
using Vta.Hdl.Verilog;
using Vta.TestSupport;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Writing;

/// <summary>Operators for bits, division and fixed-point numbers, for all values of small widths.</summary>
public sealed class OperatorTests
{
    public static TheoryData<string> Samples => ["bit_operators", "division", "divider", "fixed_point"];

    [ToolTheory("iverilog", "vvp", "yosys")]
    [MemberData(nameof(Samples))]
    public void Verilog_and_gates_do_the_same(string name)
    {
        using var folder = new TemporaryFolder();
        var simulation = new Cosimulation(SampleDesigns.Elaborate(name), folder.Path, seed: 1);

        simulation.Icarus().Should().Be("end");
        simulation.Netlist().Should().Be("end");
    }

    [Fact]
    public void Bits_are_turned_and_counted() => ForEach(new BitOperators(), "a", 11, "amount", 4, (sim, a, amount) =>
    {
        var bits = Enumerable.Range(0, 11).Select(i => (a >> i) & 1).ToArray();
        int Number(IEnumerable<int> from) => from.Select((bit, i) => bit << i).Sum();
        int Turned(int by) => Number(Enumerable.Range(0, 11).Select(i => bits[((i - by) % 11 + 11) % 11]));
        var first = Array.IndexOf(bits, 1);

        sim.Peek("reversed").Should().Be(Number(bits.Reverse()));
        sim.Peek("rotated_left").Should().Be(Turned(amount));
        sim.Peek("rotated_right").Should().Be(Turned(-amount));
        sim.Peek("by_four").Should().Be(Turned(4));
        sim.Peek("ones").Should().Be(bits.Sum());
        sim.Peek("trailing").Should().Be(first < 0 ? 11 : first);
        sim.Peek("leading").Should().Be(first < 0 ? 11 : 10 - Array.LastIndexOf(bits, 1));
        sim.Peek("is_any").Should().Be(first < 0 ? 0 : 1);
        if (first >= 0)
            sim.Peek("first").Should().Be(first);
    });

    [Fact]
    public void Numbers_with_a_sign_are_compared() => ForEach(new BitOperators(), "b", 4, "amount", 4, (sim, b, amount) =>
    {
        sim.Peek("most").Should().Be(Math.Max(Signed(b, 4), -3) & 15);
        sim.Peek("least").Should().Be(Math.Min(Signed(b, 4), Signed(amount, 4)) & 15);
        sim.Peek("magnitude").Should().Be(Math.Abs(Signed(b, 4)));
    });

    [Fact]
    public void Quotients_and_remainders_are_those_of_RISC_V() => ForEach(new Divisions(), "a", 6, "b", 4, (sim, a, b) =>
    {
        var (x, y) = (Signed(a, 6), Signed(b, 4));
        sim.Peek("quotient").Should().Be(b == 0 ? 63 : a / b);
        sim.Peek("remainder").Should().Be(b == 0 ? a & 15 : a % b);
        sim.Peek("signed_quotient").Should().Be((y == 0 ? -1 : x / y) & 63);
        sim.Peek("signed_remainder").Should().Be((y == 0 ? x : x % y) & 15);
        sim.Peek("digit").Should().Be(a % 10);
        sim.Peek("third").Should().Be((x / -3) & 63);
    });

    [Theory]
    [InlineData(8, 1)]
    [InlineData(8, 3)]
    [InlineData(8, 8)]
    [InlineData(1, 1)]
    public void The_pipeline_divides_in_each_cycle(int width, int cycles)
    {
        using var sim = new Simulator(new Divider(width, cycles).Elaborate());
        var random = new Random(3);
        var sent = Enumerable.Range(0, 100).Select(_ => (A: random.Next(1 << width), B: random.Next(8) == 0 ? 0 : random.Next(1 << width))).ToArray();
        for (var cycle = 0; cycle < sent.Length; cycle++)
        {
            sim.Poke("dividend", sent[cycle].A);
            sim.Poke("divisor", sent[cycle].B);
            if (cycle >= cycles)
            {
                var (a, b) = sent[cycle - cycles];
                sim.Peek("quotient").Should().Be(b == 0 ? (1 << width) - 1 : a / b);
                sim.Peek("remainder").Should().Be(b == 0 ? a : a % b);
            }
            sim.Step();
        }
    }

    [Fact]
    public void Latencies_add_up_and_are_kept()
    {
        using var sim = new Simulator(new Chained().Elaborate());
        sim.Poke("a", 200);
        sim.Poke("b", 7);
        sim.Step(2 + 3 + 1);
        sim.Peek("y").Should().Be((200 / 7 % 7) + 200);
        Fails.With(() => new Chained(isAtWrongCycle: true)).Should().ContainSingle().Which.Message.Should()
            .Be("the value is there after 6 cycles, and not after 5");
    }

    [Fact]
    public void Fixed_point_numbers_are_exact_until_they_are_rounded() => ForEach(new FixedPoint(), "a", 8, "b", 3, (sim, a, b) =>
    {
        // In sixteenths and halves.
        var (x, y) = (Signed(a, 8), Signed(b, 3));
        sim.Peek("sum").Should().Be((x + (8 * y)) & 511);
        sim.Peek("difference").Should().Be((x - (8 * y)) & 511);
        sim.Peek("product").Should().Be((x * y) & 2047);
        sim.Peek("less").Should().Be(x < 8 * y ? 1 : 0);
        sim.Peek("wider").Should().Be((x * 4) & 4095);
        sim.Peek("wrapped").Should().Be((int)Math.Floor((x / 4.0) + 0.5) & 31);
        sim.Peek("rounded").Should().Be(Joined(7, x / 4.0, v => v));
        sim.Peek("saturated").Should().Be(Joined(3, x / 16.0, v => Math.Clamp(v, -4, 3)));
    });

    public static TheoryData<string, Rule, string> Refused => new()
    {
        { "a point elsewhere", Rule.WidthMismatch, "the first has 4 bits behind the point, and the second has 3" },
        { "a point elsewhere in a vector", Rule.WidthMismatch, "bits behind the point" },
        { "no bit for the sign", Rule.Parameter, "the number of bits before the point is at least 1, not 0" },
        { "a number too large", Rule.LiteralRange, "does not fit 8 bits signed" },
        { "a division by zero", Rule.LiteralRange, "a division by the constant 0" },
        { "a negative rotation", Rule.LiteralRange, "a rotation by -1" },
        { "more stages than bits", Rule.Parameter, "Divider_8x9 needs" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_meant_is_refused(string mistake, Rule rule, string words)
    {
        var problem = Fails.With(() => new Described<Fixed>(Hw.Fixed(4, 4), o => Mistake(mistake, o))).Should().ContainSingle().Subject;
        problem.Rule.Should().Be(rule);
        problem.Message.Should().Contain(words);
        problem.Location.File.Should().EndWith("OperatorTests.cs");
    }

    private static void Mistake(string mistake, Fixed o)
    {
        if (mistake != "a point elsewhere")
            o.Set(o.TypeOf().Zero);
        var bits = Lit(5, 8);
        switch (mistake)
        {
            case "a point elsewhere":
                o.Set(LitFixed(1.5, Hw.Fixed(5, 3)));
                break;
            case "a point elsewhere in a vector":
                Module.Wire(VecOf(2, Hw.Fixed(4, 4))).Set(VecOf(2, Hw.Fixed(5, 3)).Zero);
                break;
            case "no bit for the sign":
                Module.Wire(Hw.Fixed(0, 3));
                break;
            case "a number too large":
                Module.Let(LitFixed(8, Hw.Fixed(4, 4)));
                break;
            case "a division by zero":
                Module.Let(bits / 0);
                break;
            case "a negative rotation":
                Module.Let(bits.RotateLeft(-1));
                break;
            default:
                Timed.Now(bits).DivRem(Timed.Now(bits), cycles: 9);
                break;
        }
    }

    /// <summary>A value rounded in every way, in order, each in so many bits.</summary>
    private static BigInteger Joined(int width, double value, Func<double, double> limit)
    {
        double[] all = [Math.Floor(value), Math.Truncate(value), Math.Floor(value + 0.5), Math.Round(value, MidpointRounding.AwayFromZero), Math.Round(value, MidpointRounding.ToEven)];
        return all.Select((v, i) => (BigInteger)((int)limit(v) & ((1 << width) - 1)) << (i * width)).Aggregate((a, b) => a | b);
    }

    private static int Signed(int bits, int width) => bits >= 1 << (width - 1) ? bits - (1 << width) : bits;

    private static void ForEach(Module module, string first, int firstWidth, string second, int secondWidth, Action<SimulatorBase, int, int> check)
    {
        using var sim = new Simulator(module.Elaborate());
        for (var a = 0; a < 1 << firstWidth; a++)
        {
            sim.Poke(first, a);
            for (var b = 0; b < 1 << secondWidth; b++)
            {
                sim.Poke(second, b);
                check(sim, a, b);
            }
        }
    }

    /// <summary>A quotient, divided again, with a number that waits for it.</summary>
    /// <summary>Each step of a division reads the step before it several times: written out at each use, 64 steps would never end.</summary>
    [Fact]
    public void A_division_is_written_in_as_many_lines_as_it_has_steps() =>
        VerilogEmitter.Emit(new Quotient(64).Elaborate()).Single().Text.Count(c => c == '\n').Should().BeLessThan(64 * 10);

    private sealed class Quotient(int width) : Module
    {
        public readonly UInt A = In(UInt(width));
        public readonly UInt B = In(UInt(width));
        public readonly UInt Result = Out(UInt(width));

        protected override void Build() => Result.Set(A / B);
    }

    private sealed class Chained(bool isAtWrongCycle = false) : Module
    {
        public readonly UInt A = In(UInt(8));
        public readonly UInt B = In(UInt(8));
        public readonly UInt Y = Out(UInt(8));

        protected override void Build()
        {
            var quotient = Timed.Now(A).DivRem(Timed.Now(B), cycles: 2).Quotient;
            var remainder = quotient.DivRem(Timed.Now(B).Until(2), cycles: 3).Remainder.Until(6);
            Y.Set(remainder.Join(Timed.Now(A).Until(6), (r, a) => r + a).At(isAtWrongCycle ? 5 : 6));
        }
    }
}
