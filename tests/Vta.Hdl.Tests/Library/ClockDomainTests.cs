using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;
using Vta.Hdl.Library;
using Vta.Hdl.Simulation;
using Vta.Hdl.Testbench;
using Vta.Hdl.Tests.Diagnostics;
using Vta.Hdl.Tests.Simulation;
using Vta.Hdl.Verilog;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Library;

public sealed class ClockDomainTests
{
    private static readonly ClockDomain s_fast = new("fast");
    private static readonly ClockDomain s_slow = new("slow");

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void An_asynchronous_fifo_hands_on_all_values_in_their_order_whatever_the_clocks_do(int seed)
    {
        var fifo = new AsyncFifo<UInt>(UInt(8), 4, s_slow, s_fast);
        Carries(fifo.Elaborate(), fifo.Enq, fifo.Deq, seed, atLeast: 80);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_handshake_hands_on_all_values_in_their_order_whatever_the_clocks_do(int seed)
    {
        var crossing = new HandshakeCrossing<UInt>(UInt(8), s_slow, s_fast);
        Carries(crossing.Elaborate(), crossing.Enq, crossing.Deq, seed, atLeast: 20);
    }

    [Fact]
    public void A_synchronizer_shows_a_bit_after_two_edges_of_its_clock()
    {
        var module = new Synchronizer();
        using var sim = new Simulator(module.Elaborate());
        sim.Poke(module.Bit, true);
        sim.Step();
        sim.Peek(module.Synced).Should().BeFalse();
        sim.Step();
        sim.Peek(module.Synced).Should().BeTrue();
    }

    [Fact]
    public void Only_the_stepped_clock_moves()
    {
        var module = new TwoCounters();
        AllOptions.ForEach(module.Elaborate(), sim =>
        {
            sim.Step(ClockDomain.Main, 3);
            sim.Step(sim.Clock("fast"), 10);
            sim.Step();
            sim.StepTogether(s_fast);
            sim.Peek(module.Main).Should().Be(4);
            sim.Peek(module.Fast).Should().Be(12);
            sim.Invoking(s => s.Step(s_slow)).Should().Throw<ArgumentException>().WithMessage("the design has no clock 'slow'; it has main and fast");
        });
    }

    [Fact]
    public void A_write_of_the_later_port_wins_whichever_clock_it_has() => AllOptions.ForEach(new ThreePorts().Elaborate(), sim =>
    {
        sim.Step();
        sim.PeekMemory("words", 0).Should().Be(3);
        sim.Step(s_fast);
        sim.PeekMemory("words", 0).Should().Be(2);
        sim.Step(ClockDomain.Main);
        sim.PeekMemory("words", 0).Should().Be(3);
    });

    [Fact]
    public void An_instance_belongs_to_the_domain_it_is_made_in()
    {
        var files = VerilogEmitter.Emit(new TwoCounters().Elaborate());

        files.Should().HaveCount(2, "both counters are the same module");
        files[^1].Text.Should().Contain("Counter fast_unit (\n    .clock (fast_clock),\n    .reset (fast_reset),");
    }

    [Fact]
    public void Logic_between_memory_ports_of_two_clocks_is_a_crossing()
    {
        var problem = Fails.With(() => new SharedMemory(crossesDomains: false)).Should().ContainSingle().Subject;

        problem.Rule.Should().Be(Rule.ClockCrossing);
        problem.Message.Should().MatchRegex(@"^the read port 'read' \(declared at .*\) uses at the clock 'fast' what 'words' \(declared at .*\) holds, which changes at the clock 'main'");
        Fails.With(() => new SharedMemory(crossesDomains: true)).Should().BeEmpty();
    }

    private static void Carries(Design design, Stream<UInt> enq, Stream<UInt> deq, int seed, int atLeast)
    {
        using var bench = new Bench(design, seed);
        var random = bench.NewRandom();
        bench.SetPeriod(s_slow, random.Next(1000, 9000), jitter: 500);
        bench.SetPeriod(s_fast, random.Next(1000, 9000), jitter: 500);
        var sent = bench.Drive(enq, bench.RandomValues(8), stalls: 0.25, s_slow);
        var received = bench.Take(deq, stalls: 0.25, s_fast);
        bench.Run(600, s_slow);
        received.Should().HaveCountGreaterThan(atLeast).And.Equal(sent.Take(received.Count));
        (sent.Count - received.Count).Should().BeLessThanOrEqualTo(4);
    }

    private sealed class Counter : Module
    {
        public readonly UInt Count = Out(UInt(8));

        protected override void Build()
        {
            var count = Reg(UInt(8));
            count.Set(count + 1);
            Count.Set(count);
        }
    }

    private sealed class TwoCounters : Module
    {
        public readonly UInt Main = Out(UInt(8));
        public readonly UInt Fast = Out(UInt(8));

        protected override void Build()
        {
            Main.Set(Instance(new Counter(), "main_unit").Count);
            using (Domain(s_fast))
                Fast.Set(Instance(new Counter(), "fast_unit").Count);
        }
    }

    private sealed class ThreePorts : Module
    {
        public readonly UInt Word = Out(UInt(8));

        protected override void Build()
        {
            var words = Mem(UInt(8), 2, crossesDomains: true);
            words.Write(Lit(0, 1), 1);
            using (Domain(s_fast))
                words.Write(Lit(0, 1), 2);
            words.Write(Lit(0, 1), 3);
            Word.Set(words[Lit(0, 1)]);
        }
    }

    private sealed class SharedMemory(bool crossesDomains) : Module
    {
        public readonly UInt Address = In(UInt(4));
        public readonly UInt Word = Out(UInt(8));

        protected override void Build()
        {
            var words = Mem(UInt(8), 16, crossesDomains: crossesDomains);
            words.Write(Address, Address.Extend(8));
            using (Domain(s_fast))
            {
                var read = words.Read(Address);
                Word.Set(read);
            }
        }
    }
}
