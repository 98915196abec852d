using Vta.Hdl.Tests.Simulation;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Diagnostics;

/// <summary>What is no value, and what an unsized number is where it meets nothing.</summary>
public sealed class ValueTests
{
    [Fact]
    public void An_unsized_number_keeps_its_value()
    {
        AllOptions.ForEach(new Described(o =>
        {
            var sum = Lit(0, 8).AsSInt() + -(SInt)5;
            o.Set(Cat(sum, ((SInt)(-5)).Extend(8), ((SInt)5).Extend(8), ((UInt)200).Extend(8)));
        }).Elaborate(), sim => sim.Peek("o").Should().Be(0xfbfb05c8));
    }

    public static TheoryData<string, string> Refused => new()
    {
        { "a reduction of a number without a width", "HW0002" },
        { "a bit of a number without a width", "HW0002" },
        { "a number too large to extend", "HW0002" },
        { "a negative shift to the left", "HW0002" },
        { "a negative shift to the right", "HW0002" },
        { "a negative shift of a signed number", "HW0002" },
        { "a word that is too large", "HW0002" },
        { "a word that is too wide", "HW0001" },
        { "a mask without a width", "HW0002" },
        { "a vector of elements of different widths", "HW0001" },
        { "a vector of no elements", "HW0011" },
        { "a vector of fewer", "HW0011" },
        { "no copies", "HW0011" },
        { "a negative enumeration", "HW0011" },
        { "an empty enumeration", "HW0011" },
        { "two defaults", "HW0016" },
        { "a register in lanes", "HW0006" },
        { "a name in lanes", "HW0006" },
        { "a condition in lanes", "HW0006" },
        { "an assertion in lanes", "HW0006" },
        { "a memory port in lanes", "HW0006" },
        { "an else of an inner when", "HW0009" },
        { "a bundle with a field more", "HW0001" },
        { "a bundle with a field less", "HW0001" },
        { "a choice of bundles with other fields", "HW0001" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_no_value_is_refused(string name, string code)
    {
        Fails.With(() => new Described(o => Mistake(name, o))).Should().ContainSingle().Which.ToString().Should().Contain(code).And.Contain("ValueTests.cs:");
    }

    [Fact]
    public void The_field_that_is_missing_is_named() =>
        Fails.Text(() => new Described(o => Mistake("a bundle with a field more", o))).Should().Contain("no field 'extra'");

    [Fact]
    public void An_enumeration_may_have_64_bits()
    {
        AllOptions.ForEach(
            new Described(o => o.Set((Lit(Huge.Last) == Lit(ulong.MaxValue, 64)).Repeat(1).Extend(32))).Elaborate(), sim => sim.Peek("o").Should().Be(1));
    }

    private static void Mistake(string name, UInt o)
    {
        var lanes = o.AsVec(UInt(4));
        switch (name)
        {
            case "a reduction of a number without a width":
                Module.Wire(Bool()).Set(((UInt)5).Any());
                break;
            case "a bit of a number without a width":
                Module.Wire(Bool()).Set(((UInt)5)[0]);
                break;
            case "a number too large to extend":
                o.Set(((UInt)300).Extend(8).Extend(32));
                break;
            case "a negative shift to the left":
                o.Set(Lit(5, 32) << -1);
                break;
            case "a negative shift to the right":
                o.Set(Lit(5, 32) >> -1);
                break;
            case "a negative shift of a signed number":
                o.Set((Lit(5, 32).AsSInt() >> -1).AsUInt());
                break;
            case "a word that is too large":
                Described.Bytes().Write(0, 300);
                break;
            case "a word that is too wide":
                Described.Bytes().Write(0, Lit(0, 9));
                break;
            case "a mask without a width":
                Described.Bytes().Write(0, 1, 3);
                break;
            case "a vector of elements of different widths":
                o.Set(VecFrom([Lit(0, 16), Lit(0, 8), Lit(0, 8)]).AsUInt());
                break;
            case "a vector of no elements":
                Module.Wire(VecOf(0, UInt(8)));
                break;
            case "a vector of fewer":
                Module.Wire(VecOf(-1, UInt(8)));
                break;
            case "no copies":
                o.Set(Lit(1, 1).Repeat(0));
                break;
            case "a negative enumeration":
                Module.Wire(EnumOf<Negative>());
                break;
            case "an empty enumeration":
                Module.Wire(EnumOf<Empty>());
                break;
            case "two defaults":
                Described.TwoDefaults(o);
                break;
            case "a register in lanes":
                o.Set(lanes.Map(x => Module.RegNext(x)).AsUInt());
                break;
            case "a name in lanes":
                o.Set(lanes.Map(x => Described.Named(x)).AsUInt());
                break;
            case "a condition in lanes":
                o.Set(lanes.Map(x => Described.Conditional(x)).AsUInt());
                break;
            case "an assertion in lanes":
                o.Set(lanes.Map(x => Described.Asserted(x)).AsUInt());
                break;
            case "a memory port in lanes":
                var words = Described.Bytes();
                o.Set(lanes.Map(x => words.Read(x[0, 0])).AsUInt()[31, 0]);
                break;
            case "an else of an inner when":
                Described.WrongElse(o);
                break;
            case "a bundle with a field more":
                Module.Wire(BundleOf(() => new Fields(false))).Set(Module.Wire(BundleOf(() => new Fields(true))));
                break;
            case "a bundle with a field less":
                Module.Wire(BundleOf(() => new Fields(true))).Set(Module.Wire(BundleOf(() => new Fields(false))));
                break;
            default:
                o.Set(Mux(o[0], Module.Wire(BundleOf(() => new Fields(false))), Module.Wire(BundleOf(() => new Fields(true)))).Always.Extend(32));
                break;
        }
    }

    private enum Negative
    {
        Minus = -1,
        Zero,
    }

    private enum Empty
    {
    }

    private enum Huge : ulong
    {
        First,
        Last = ulong.MaxValue,
    }

    private sealed class Fields(bool hasExtra) : Bundle
    {
        public readonly UInt Always = Field(UInt(4));
        public readonly UInt? Extra = hasExtra ? Field(UInt(4)) : null;
    }

    /// <summary>A module of one output, described by a function.</summary>
    private sealed class Described(Action<UInt> build) : Module
    {
        public readonly UInt O = Out(UInt(32));

        protected override void Build() => build(O);

        public static Mem<UInt> Bytes() => Mem(UInt(8), 2);

        public static UInt Named(UInt x) => Let(x + 1);

        public static UInt Conditional(UInt x)
        {
            using (When(x[0]))
                return x;
        }

        public static UInt Asserted(UInt x)
        {
            Assert(x[0], "odd");
            return x;
        }

        public static void TwoDefaults(UInt o)
        {
            var s = Switch(Lit(1, 2));
            using (s.Default())
                o.Set(1);
            using (s.Default())
                o.Set(2);
        }

        public static void WrongElse(UInt o)
        {
            var (a, b) = (Wire(Bool()), Wire(Bool()));
            using (When(a))
                o.Set(1);
            using (Else())
            {
                using (When(b))
                    o.Set(2);
            }
            using (Else())
                o.Set(3);
        }
    }
}
