using Vta.Hdl.Library;
using Vta.Hdl.Simulation;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Library;

/// <summary>Counters, shift registers, edges.</summary>
public sealed class PartsTests
{
    [Theory]
    [InlineData(8)]
    [InlineData(10)]
    public void A_counter_wraps_and_is_cleared(int count)
    {
        var counter = new Counter(count);
        using var sim = new Simulator(counter.Elaborate());
        sim.Reset();
        sim.Poke(counter.Enable, true);
        for (var i = 0; i < 3 * count; i++)
        {
            sim.Peek(counter.Value).Should().Be(i % count);
            sim.Peek(counter.Wraps).Should().Be(i % count == count - 1);
            sim.Step();
        }
        sim.Step(3);
        sim.Poke(counter.Clear, true);
        sim.Step();
        sim.Peek(counter.Value).Should().Be(0);
        sim.Poke(counter.Clear, false);
        sim.Poke(counter.Enable, false);
        sim.Step(5);
        sim.Peek(counter.Value).Should().Be(0);
    }

    [Fact]
    public void A_shift_register_takes_words_and_bits()
    {
        var register = new ShiftRegister(4);
        using var sim = new Simulator(register.Elaborate());
        sim.Reset();
        sim.Poke(register.Load, true);
        sim.Poke(register.Word, 0b0110);
        sim.Step();
        sim.Peek(register.Value).Should().Be(0b0110);
        sim.Poke(register.Load, false);
        sim.Poke(register.Shift, true);
        sim.Poke(register.Bit, true);
        sim.Step();
        sim.Peek(register.Value).Should().Be(0b1011);
        sim.Poke(register.Shift, false);
        sim.Step();
        sim.Peek(register.Value).Should().Be(0b1011);
    }

    [Fact]
    public void Edges_and_delays()
    {
        var module = new Edges();
        using var sim = new Simulator(module.Elaborate());
        sim.Reset();
        bool[] bits = [true, true, false, true, false, false];
        for (var i = 0; i < bits.Length; i++)
        {
            var before = i > 0 && bits[i - 1];
            sim.Poke(module.Bit, bits[i]);
            sim.Peek(module.Rose).Should().Be(bits[i] && !before);
            sim.Peek(module.Fell).Should().Be(!bits[i] && before);
            sim.Peek(module.Changed).Should().Be(bits[i] != before);
            sim.Peek(module.Late).Should().Be(i >= 3 && bits[i - 3]);
            sim.Step();
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(8)]
    public void Gray_code_changes_one_bit_at_a_time(int width)
    {
        var module = new GrayCode(width);
        using var sim = new Simulator(module.Elaborate());
        var last = -1;
        for (var i = 0; i <= 1 << width; i++)
        {
            sim.Poke(module.Number, i % (1 << width));
            sim.Peek(module.Decoded).Should().Be(i % (1 << width));
            var code = (int)sim.Peek(module.Code);
            if (last >= 0)
                System.Numerics.BitOperations.PopCount((uint)(code ^ last)).Should().Be(1);
            last = code;
        }
    }

    private sealed class Edges : Module
    {
        public readonly Bool Bit = In();
        public readonly Bool Rose = Out();
        public readonly Bool Fell = Out();
        public readonly Bool Changed = Out();
        public readonly Bool Late = Out();

        protected override void Build()
        {
            Rose.Set(Bit.Rose());
            Fell.Set(Bit.Fell());
            Changed.Set(Bit.Changed());
            Late.Set(Bit.Delayed(3));
        }
    }

    private sealed class GrayCode(int width) : Module
    {
        public readonly UInt Number = In(UInt(width));
        public readonly UInt Code = Out(UInt(width));
        public readonly UInt Decoded = Out(UInt(width));

        protected override void Build()
        {
            var code = Let(Gray.Encode(Number));
            Code.Set(code);
            Decoded.Set(Gray.Decode(code));
        }
    }
}
