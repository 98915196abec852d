using System.Numerics;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation;
using Vta.Hdl.Tests.Diagnostics;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Simulation;

/// <summary>What nothing defines is zero, or random on request.</summary>
public sealed class UndefinedTests
{
    private static readonly SimulationRequests s_random = new() { UndefinedSeed = 7 };

    [Fact]
    public void Registers_and_memories_start_at_random_and_reset_defines_those_that_have_one()
    {
        var seen = new HashSet<string>();
        AllOptions.ForEachWith(new Start().Elaborate(), s_random, sim =>
        {
            string[] names = ["with_reset", "without_reset", "read"];
            seen.Add(string.Join(' ', names.Select(n => sim.Peek(n)).Concat(Enumerable.Range(0, 8).Select(i => sim.PeekMemory("memory", i)))));
            names.Should().AllSatisfy(n => sim.Peek(n).Should().NotBe(0));
            sim.PeekMemory("table", 1).Should().Be(0, "contents are contents, as far as they go");
            sim.Reset();
            sim.Peek("with_reset").Should().Be(5);
            sim.Peek("without_reset").Should().NotBe(0);
        });
        seen.Should().ContainSingle("all simulators draw the same values");
    }

    [Fact]
    public void Without_a_request_all_is_zero() => AllOptions.ForEachWith(new Start().Elaborate(), SimulationRequests.None, sim =>
    {
        sim.Peek("with_reset").Should().Be(0);
        sim.Peek("without_reset").Should().Be(0);
        sim.PeekMemory("memory", 3).Should().Be(0);
    });

    [Theory]
    [InlineData(ReadUnderWrite.Undefined, false)]
    [InlineData(ReadUnderWrite.Undefined, true)]
    [InlineData(ReadUnderWrite.Old, true)]
    public void A_read_under_a_write_is_what_the_memory_declares(ReadUnderWrite declared, bool isRandom)
    {
        var module = new Meeting(declared);
        var seen = new HashSet<BigInteger>();
        AllOptions.ForEachWith(module.Elaborate(), isRandom ? s_random : SimulationRequests.None, sim =>
        {
            sim.PokeMemory("memory", 2, 0x1111);
            sim.PokeMemory("memory", 3, 0x2222);
            sim.Poke(module.Enable, true);
            sim.Poke(module.From, 3);
            sim.Poke(module.To, 2);
            sim.Step();
            sim.Peek(module.Word).Should().Be(0x2222, "the words are not the same");
            sim.Poke(module.From, 2);
            sim.PokeMemory("memory", 2, 0x1111);
            sim.Step();
            seen.Add(sim.Peek(module.Word));
            sim.PeekMemory("memory", 2).Should().Be(0xabcd);
            sim.Poke(module.Enable, false);
            sim.Step();
            sim.Peek(module.Word).Should().Be(0xabcd);
        });
        var isSpoilt = isRandom && declared == ReadUnderWrite.Undefined;
        (seen.Should().ContainSingle().Which == 0x1111).Should().Be(!isSpoilt, "all simulators read the same");
    }

    [Fact]
    public void New_is_what_is_written_where_the_mask_lets_it()
    {
        var module = new Masked();
        AllOptions.ForEachWith(module.Elaborate(), s_random, sim =>
        {
            sim.PokeMemory("memory", 1, 0x1234);
            sim.Poke(module.Enable, true);
            sim.Poke(module.Reading, true);
            sim.Poke(module.At, 1);
            sim.Poke(module.Mask, 0b01);
            sim.Step();
            sim.Peek(module.Word).Should().Be(0x12cd);
            sim.Poke(module.Whole, true);
            sim.Step();
            sim.Peek(module.Word).Should().Be(0x5678, "the later port wins");
            sim.Poke(module.Reading, false);
            sim.Poke(module.Mask, 0b11);
            sim.Poke(module.Whole, false);
            sim.Step();
            sim.Peek(module.Word).Should().Be(0x5678, "a port that is not enabled keeps its word");
            sim.Poke(module.Reading, true);
            sim.Poke(module.Enable, false);
            sim.Step();
            sim.Peek(module.Word).Should().Be(0xabcd);
            sim.Poke(module.Enable, true);
            sim.Poke(module.At, 7);
            sim.Step();
            sim.Peek(module.Word).Should().Be(0, "there is no such word");
        });
    }

    [Fact]
    public void New_needs_one_clock() => Fails.With(() => new TwoClocks()).Should().ContainSingle()
        .Which.Message.Should().Be("'memory' gives new words to a read at the clock 'main', and is written at the clock 'other': that takes one clock");

    private sealed class Masked : Module
    {
        public readonly Bool Enable = In();
        public readonly Bool Reading = In();
        public readonly Bool Whole = In();
        public readonly UInt At = In(UInt(3));
        public readonly UInt Mask = In(UInt(2));
        public readonly UInt Word = Out(UInt(16));

        protected override void Build()
        {
            var memory = Mem(UInt(16), depth: 6, ReadUnderWrite.New);
            using (When(Enable))
                memory.Write(At, 0xabcd, Mask);
            UInt read;
            using (When(Reading))
                read = memory.Read(At);
            Word.Set(read);
            using (When(Whole))
                memory.Write(At, 0x5678);
        }
    }

    private sealed class TwoClocks : Module
    {
        public readonly UInt Word = Out(UInt(16));

        protected override void Build()
        {
            var memory = Mem(UInt(16), depth: 8, ReadUnderWrite.New, crossesDomains: true);
            using (Domain(new("other")))
                memory.Write(0, 1);
            Word.Set(memory.Read(0));
        }
    }

    private sealed class Start : Module
    {
        public readonly UInt Result = Out(UInt(16));

        protected override void Build()
        {
            var withReset = Reg(UInt(16), 5);
            var withoutReset = RegNoReset(UInt(16));
            var memory = Mem(UInt(16), depth: 8);
            var table = Mem(UInt(16), depth: 8, contents: [3]);
            var read = memory.Read(0);
            Result.Set(withReset ^ withoutReset ^ read ^ table[1]);
        }
    }

    private sealed class Meeting(ReadUnderWrite declared) : Module
    {
        public readonly Bool Enable = In();
        public readonly UInt From = In(UInt(3));
        public readonly UInt To = In(UInt(3));
        public readonly UInt Word = Out(UInt(16));

        protected override void Build()
        {
            var memory = Mem(UInt(16), depth: 6, declared);
            using (When(Enable))
                memory.Write(To, 0xabcd);
            Word.Set(memory.Read(From));
        }
    }
}
