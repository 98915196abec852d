using Vta.Hdl.Diagnostics;
using Vta.Hdl.Tests.Diagnostics;
using Vta.Hdl.Tests.Simulation;
using Vta.Hdl.Tests.Verilog;
using Vta.TestSupport;
using static Vta.Hdl.Hw;
using static Vta.Hdl.Module;

namespace Vta.Hdl.Tests.Writing;

/// <summary>Vectors of bundles, and what registers of all types are reset to.</summary>
public sealed class BundleVecTests
{
    [Fact]
    public void Elements_and_their_fields_are_set_and_read() => AllOptions.ForEach(new Table().Elaborate(), sim =>
    {
        sim.Reset();
        var random = new Random(5);
        var entries = Enumerable.Repeat((Tag: 0, Valid: 0), 5).ToArray();
        entries[3] = (9, 1);
        for (var cycle = 0; cycle < 60; cycle++)
        {
            var (place, tag, write, drop) = (random.Next(8), random.Next(16), random.Next(2), random.Next(4));
            sim.Poke("place", place);
            sim.Poke("tag", tag);
            sim.Poke("write", write);
            sim.Poke("drop", drop == 0 ? 1 : 0);
            sim.Peek("hits").Should().Be(entries.Select((e, i) => e.Valid == 1 && e.Tag == tag ? 1 << i : 0).Sum());
            sim.Peek("found_tag").Should().Be(place < 5 ? entries[place].Tag : 0);
            sim.Peek("found_valid").Should().Be(place < 5 ? entries[place].Valid : 0);
            sim.Step();
            if (write == 1 && place < 5)
                entries[place] = (tag, 1);
            if (drop == 0)
                entries[1].Valid = 0;
        }
    });

    [ToolFact("iverilog", "vvp", "yosys")]
    public void Verilog_and_gates_do_the_same()
    {
        using var folder = new TemporaryFolder();
        var table = new Cosimulation(new Table().Elaborate(), folder.Path, seed: 1);

        table.Icarus().Should().Be("end");
        table.Netlist().Should().Be("end");
    }

    [Fact]
    public void Reset_values_are_those_of_the_type() => AllOptions.ForEach(new Described<UInt>(UInt(28), o =>
    {
        var signed = Reg(SInt(6), -3);
        var vector = Reg(VecOf(3, UInt(4)), VecFrom([Lit(1, 4), Lit(2, 4), Lit(3, 4)]));
        var bundle = Reg(Entry.Type, Entry.Type.Zero.With(e => e.Tag, 10).With(e => e.Valid, true));
        var state = Reg(EnumOf<Mode>(), Lit(Mode.Last));
        var pair = VecOf(2, SInt(2));
        var nested = Reg(pair, VecFrom([LitSigned(-1, 2), LitSigned(1, 2)]));
        signed.Set(signed + 1);
        vector[2].Set(5);
        bundle.Tag.Set(bundle.Tag + 1);
        state.Set(0);
        nested[1].Set(-2);
        o.Set(Cat(nested, state, bundle.Valid, bundle.Tag, vector, signed).Resize(28));
    }).Elaborate(), sim =>
    {
        sim.Reset();
        sim.Peek("o").Should().Be(0b0111_10_1_1010_0011_0010_0001_111101 & ((1 << 28) - 1));
        sim.Step();
        sim.Peek("o").Should().Be(0b1011_00_1_1011_0101_0010_0001_111110 & ((1 << 28) - 1));
    });

    public static TheoryData<string, Rule, string> Refused => new()
    {
        { "a negative number too low", Rule.LiteralRange, "the reset value: -9 does not fit 4 bits signed" },
        { "a computed reset value", Rule.Parameter, "the reset value, field 'tag', is a constant, not 'w'" },
        { "an element that is not there", Rule.BitRange, "there is no element 3 in a vector of 3" },
        { "too few elements", Rule.Parameter, "a vector of 3 takes as many elements, not 1" },
        { "no elements", Rule.Parameter, "the number of elements of a vector is at least 1, not 0" },
        { "no field", Rule.IllegalTarget, "With takes a field of the bundle" },
        { "a field too wide", Rule.WidthMismatch, "what the field gets" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_meant_is_refused(string mistake, Rule rule, string words)
    {
        var problem = Fails.With(() => new Described<UInt>(UInt(4), o => Mistake(mistake, o))).Should().ContainSingle().Subject;
        problem.Rule.Should().Be(rule);
        problem.Message.Should().Contain(words);
        problem.Location.File.Should().EndWith("BundleVecTests.cs");
    }

    private static void Mistake(string mistake, UInt o)
    {
        var w = Wire(UInt(4), "w");
        w.Set(1);
        o.Set(w);
        var type = VecOf(3, Entry.Type);
        switch (mistake)
        {
            case "a negative number too low":
                Reg(SInt(4), -9);
                break;
            case "a computed reset value":
                Reg(Entry.Type, Entry.Type.Zero.With(e => e.Tag, w));
                break;
            case "an element that is not there":
                Reg(type)[3].Tag.Set(1);
                break;
            case "too few elements":
                Reg(type).Set(type.From([Entry.Type.Zero]));
                break;
            case "no elements":
                Reg(VecOf(0, Entry.Type));
                break;
            case "no field":
                Reg(Entry.Type).Set(Entry.Type.Zero.With(e => e.Tag + 1, w));
                break;
            default:
                Reg(Entry.Type).Set(Entry.Type.Zero.With(e => e.Tag, Lit(0, 5)));
                break;
        }
    }

    private enum Mode
    {
        First = 0,
        Last = 2,
    }

    private sealed class Entry : Bundle
    {
        public static readonly BundleType<Entry> Type = BundleOf(() => new Entry());

        public readonly UInt Tag = Field(UInt(4));
        public readonly Bool Valid = Field(Bool());
    }

    private sealed class Table : Module
    {
        public readonly UInt Place = In(UInt(3));
        public readonly UInt Tag = In(UInt(4));
        public readonly Bool Write = In();
        public readonly Bool Drop = In();
        public readonly UInt Hits = Out(UInt(5));
        public readonly Entry Found = Out(Entry.Type);

        protected override void Build()
        {
            var zero = Entry.Type.Zero;
            var type = VecOf(5, Entry.Type);
            var entries = Reg(type, type.From([zero, zero, zero, zero.With(e => e.Tag, 9).With(e => e.Valid, true), zero]));
            using (When(Write))
                entries[Place].Set(Entry.Type.Zero.With(e => e.Tag, Tag).With(e => e.Valid, true));
            using (When(Drop))
                entries[1].Valid.Set(false);
            Hits.Set(entries.Map(e => e.Valid & e.Tag == Tag).AsUInt());
            Found.Set(entries[Place]);
        }
    }
}
