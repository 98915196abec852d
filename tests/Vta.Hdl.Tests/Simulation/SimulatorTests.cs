using Vta.Hdl.Library;
using Vta.Hdl.Simulation;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Simulation;

public sealed class SimulatorTests
{
    [Fact]
    public void A_fifo_hands_on_what_it_got()
    {
        var fifo = new Fifo<UInt>(UInt(8), 4);
        using var sim = new Simulator(fifo.Elaborate());
        sim.Reset();
        sim.Peek(fifo.Enq.Ready).Should().BeTrue();
        sim.Poke(fifo.Enq.Valid, true);
        for (var i = 1; i <= 4; i++)
        {
            sim.Poke(fifo.Enq.Payload, i * 11);
            sim.Step();
        }
        sim.Peek(fifo.Enq.Ready).Should().BeFalse();
        sim.Peek("count").Should().Be(4);
        sim.PeekMemory(sim.Design.Top.Memories[0].Name, 2).Should().Be(33);
        sim.Poke(fifo.Enq.Valid, false);
        sim.Poke(fifo.Deq.Ready, true);
        for (var i = 1; i <= 4; i++)
        {
            sim.Peek(fifo.Deq.Payload).Should().Be(i * 11);
            sim.Step();
        }
        sim.Peek(fifo.Deq.Valid).Should().BeFalse();
    }

    /// <summary>What a register was before a choice within a choice stands in several arms of it, and so on: far too many paths to walk each.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Many_choices_one_behind_the_other_are_looked_through_once(bool keeps)
    {
        var module = new Choices(keeps);
        using var sim = new Simulator(module.Elaborate());
        sim.Reset();
        sim.Poke(module.Outer, 0b1010);
        sim.Poke(module.Inner, 0b0110);
        sim.Step();
        sim.Peek(module.Last).Should().Be(2);
        sim.Poke(module.Outer, 0b0001);
        sim.Step();
        sim.Peek(module.Last).Should().Be(keeps ? 2 : 0);
    }

    [Fact]
    public void Registers_swap_and_keep_their_sign()
    {
        var module = new Swap();
        using var sim = new Simulator(module.Elaborate());
        sim.Poke("a", -3);
        sim.Poke("other", 100);
        sim.Step(3);
        sim.Peek("a").Should().Be(100);
        sim.Peek(module.B).Should().Be(-3);
        sim.Reset();
        sim.Peek("a").Should().Be(0, "reset clears it");
        sim.Peek(module.B).Should().Be(100, "it has no reset and goes on");
    }

    [Fact]
    public void A_broken_assertion_stops_before_the_edge_and_says_where()
    {
        var module = new Counter();
        using var sim = new Simulator(module.Elaborate());
        sim.Reset();

        var act = () => sim.Step(100);

        var failure = act.Should().Throw<SimulationFailedException>().Which;
        failure.Message.Should().Be($"{failure.Assertion.Location}: assertion failed in cycle 8: counts to six");
        sim.Peek("count").Should().Be(7);
    }

    [Fact]
    public unsafe void A_harness_drives_ports_by_address()
    {
        var module = new Swap();
        using var sim = new Simulator(module.Elaborate());
        var plus = sim.PointerTo(module.Plus);
        var sum = sim.PointerTo(module.Sum);
        for (var i = 0UL; i < 10; i++)
        {
            *plus = i;
            sim.Settle();
            (*sum).Should().Be((5 * i) & 0xff);
            sim.Tick();
        }
        sim.Cycle.Should().Be(10);
    }

    private sealed class Swap : Module
    {
        public readonly UInt Plus = In(UInt(8));
        public readonly UInt Sum = Out(UInt(8));
        public readonly SInt B = Out(SInt(8));

        protected override void Build()
        {
            var a = Reg(SInt(8), "a");
            var b = RegNoReset(SInt(8), "other");
            a.Set(b);
            b.Set(a);
            B.Set(b);
            Sum.Set((Plus * Lit(5, 8)).Trunc(8));
        }
    }

    private sealed class Counter : Module
    {
        protected override void Build()
        {
            var count = Reg(UInt(4), "count");
            count.Set(count + 1);
            Assert(count != 7, "counts to six");
        }
    }

    private sealed class Choices(bool keeps) : Module
    {
        private const int Count = 48;

        public readonly UInt Outer = In(UInt(Count));
        public readonly UInt Inner = In(UInt(Count));
        public readonly UInt Last = Out(UInt(8));

        protected override void Build()
        {
            var last = Reg(UInt(8));
            if (!keeps)
                last.Set(Inner[7, 0] & 0);
            for (var i = 0; i < Count; i++)
            {
                using (When(Outer[i]))
                {
                    using (When(Inner[i]))
                        last.Set(i + 1);
                }
            }
            Last.Set(last);
        }
    }
}
