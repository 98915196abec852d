using System.Numerics;
using Vta.Hdl.Simulation;
using Vta.Hdl.Tests.Simulation;
using Vta.Hdl.Verilog;
using Vta.TestSupport;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Verilog;

/// <summary>Constants wider than every tool takes are written in pieces.</summary>
public sealed class WideConstantTests
{
    private const int Entries = 4352;
    private const int EntryWidth = 16;
    private const int StateWidth = 131_072;

    [Fact]
    public void No_constant_is_wider_than_tools_take()
    {
        var text = VerilogEmitter.Emit(new Wide().Elaborate()).Should().ContainSingle().Subject.Text;

        text.Should().Contain("32768'h").And.NotContain($"{StateWidth}'").And.NotContain($"{Entries * EntryWidth}'");
    }

    [Fact]
    public void Simulators_read_each_bit()
    {
        var design = new Wide().Elaborate();
        using var compiled = new Simulator(design);
        using var reference = new ReferenceSimulator(design);
        foreach (var simulator in (SimulatorBase[])[compiled, reference])
        {
            simulator.Reset();
            foreach (var entry in (int[])[0, 1, 2047, 2048, 4095, 4096, Entries - 1])
            {
                simulator.Poke("index", entry);
                simulator.Peek("entry").Should().Be(Entry(entry), "of entry {0}", entry);
            }
            simulator.Poke("turns", 0);
            simulator.Peek("state").Should().Be(Start);
            simulator.Poke("turns", 1);
            simulator.Step();
            simulator.Peek("state").Should().Be((Start >> 16) | ((Start & 0xffff) << (StateWidth - 16)));
        }
    }

    [ToolFact("iverilog", "vvp")]
    public void Verilog_reads_the_same()
    {
        using var folder = new TemporaryFolder();
        new Cosimulation(new Wide().Elaborate(), folder.Path, seed: 1).Icarus().Should().Be("end");
    }

    /// <summary>Different in each entry, zero in none.</summary>
    private static int Entry(int index) => (index * 40_503 + 1) & 0xffff;

    /// <summary>A bit in each word of 16, at places that move.</summary>
    private static BigInteger Start { get; } =
        Enumerable.Range(0, StateWidth / 16).Aggregate(BigInteger.Zero, (bits, word) => bits | (BigInteger.One << (word * 16 + word % 13)));

    /// <summary>A table of literals, and a register with a start that turns by a word.</summary>
    private sealed class Wide : Module
    {
        public readonly UInt Index = In(UInt(13));
        public readonly Bool Turns = In();
        public readonly UInt Entry = Out(UInt(EntryWidth));
        public readonly UInt State = Out(UInt(StateWidth));

        protected override void Build()
        {
            var table = VecFrom<UInt>([.. Enumerable.Range(0, Entries).Select(index => Lit(WideConstantTests.Entry(index), EntryWidth))]);
            Entry.Set(table[Index]);

            var state = Reg(UInt(StateWidth), Start);
            using (When(Turns))
                state.Set(Cat(state[15, 0], state[StateWidth - 1, 16]));
            State.Set(state);
        }
    }
}
