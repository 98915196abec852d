using Vta.Hdl.Ir;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Simulation;

/// <summary>Several ports that write one memory: the later one wins, in every cycle, whatever changes.</summary>
public sealed class MemoryPortTests
{
    [Fact]
    public void A_port_writes_again_what_another_has_overwritten()
    {
        var module = new Overwritten();
        AllOptions.ForEach(module.Elaborate(), sim =>
        {
            sim.Poke("x", 5);
            sim.Poke("b", 9);
            sim.Poke("e", 1);
            sim.Step();
            sim.Peek("o").Should().Be(9);
            sim.Poke("e", 0);
            sim.Step();
            sim.Peek("o").Should().Be(5);
        });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_later_of_two_ports_wins(bool isMasked)
    {
        var module = new TwoPorts(isMasked);
        AllOptions.ForEach(module.Elaborate(), sim =>
        {
            sim.Poke("a", 3);
            sim.Poke("b", 3);
            sim.Poke("x", 0x11);
            sim.Poke("y", 0x22);
            foreach (var enable in new[] { 1, 0, 1 })
            {
                sim.Poke("e", enable);
                sim.Step();
                sim.PeekMemory("mem", 3).Should().Be(0x22);
            }
        });
    }

    [Fact]
    public void A_literal_is_a_word_of_the_memory()
    {
        AllOptions.ForEach(new Literals().Elaborate(), sim =>
        {
            sim.Step();
            sim.PeekMemory("bytes", 0).Should().Be(5);
            sim.PeekMemory("nibbles", 1).Should().Be(13, "that is -3");
            sim.PeekMemory("masked", 0).Should().Be(0x0f);
        });
    }

    private sealed class Overwritten : Module
    {
        public readonly UInt X = In(UInt(8));
        public readonly UInt B = In(UInt(8));
        public readonly Bool E = In();
        public readonly UInt O = Out(UInt(8));

        protected override void Build()
        {
            var m = Mem(UInt(8), 4);
            m.Write(1, X);
            using (When(E))
                m.Write(1, B);
            O.Set(m[Lit(1, 2)]);
        }
    }

    private sealed class TwoPorts(bool isMasked) : Module
    {
        public readonly UInt A = In(UInt(2));
        public readonly UInt B = In(UInt(2));
        public readonly UInt X = In(UInt(8));
        public readonly UInt Y = In(UInt(8));
        public readonly Bool E = In();
        public readonly UInt O = Out(UInt(8));

        protected override void Build()
        {
            var mem = Mem(UInt(8), 4, ReadUnderWrite.Old);
            using (When(E))
                mem.Write(A, X);
            if (isMasked)
                mem.Write(B, Y, Lit(3, 2));
            else
                mem.Write(B, Y);
            O.Set(mem[A]);
        }
    }

    private sealed class Literals : Module
    {
        public readonly UInt O = Out(UInt(8));

        protected override void Build()
        {
            var bytes = Mem(UInt(8), 2);
            bytes.Write(0, 5);
            var nibbles = Mem(SInt(4), 2);
            nibbles.Write(1, -3);
            var masked = Mem(UInt(8), 2);
            masked.Write(0, 0xff, Lit(1, 2));
            O.Set(bytes[Lit(0, 1)] ^ Cat(nibbles[Lit(1, 1)], Lit(0, 4)) ^ masked[Lit(0, 1)]);
        }
    }
}
