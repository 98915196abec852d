using HdlTutorial;
using Vta.Hdl.Testbench;

namespace Vta.Hdl.Tests.Tutorial;

public sealed class SpiTests
{
    [Theory]
    [InlineData(1, 0.0)]
    [InlineData(1, 0.9)]
    [InlineData(3, 0.3)]
    public void Bytes_go_both_ways_with_the_highest_bit_first(int halfCycles, double stalls)
    {
        var master = new SpiMaster(halfCycles);
        using var bench = new Bench(master.Elaborate(), seed: halfCycles);
        bench.Simulator.Poke(master.Miso, true);
        var sent = bench.Drive(master.Sent, bench.RandomValues(8), stalls);
        var received = bench.Take(master.Received, stalls);
        var arrived = new List<int>();
        bench.Process(
            async clock =>
            {
                var (bits, count, wasHigh) = (0, 0, false);
                while (true)
                {
                    await clock.Tick();
                    if (clock.Get(master.SelectLow))
                    {
                        count.Should().Be(0, "the chip stays selected to the end of a byte");
                        wasHigh = false;
                        continue;
                    }
                    var isHigh = clock.Get(master.Clock);
                    if (isHigh && !wasHigh)
                    {
                        bits = (bits << 1) | (clock.Get(master.Mosi) ? 1 : 0);
                        if (++count == 8)
                        {
                            arrived.Add(bits & 255);
                            count = 0;
                        }
                    }
                    wasHigh = isHigh;
                }
            },
            isBackground: true);

        bench.Run(1500);

        arrived.Should().HaveCountGreaterThan(10).And.Equal(sent.Take(arrived.Count).Select(word => (int)word));
        received.Should().HaveCountGreaterThan(5).And.OnlyContain(word => word == 255);
    }

    [Fact]
    public void What_comes_back_over_a_wire_is_what_was_sent()
    {
        var loop = new SpiLoop();
        using var bench = new Bench(loop.Elaborate(), seed: 2);
        var sent = bench.Drive(loop.Sent, bench.RandomValues(8), stalls: 0.2);
        var received = bench.Take(loop.Received, stalls: 0.2);

        bench.Run(2000);

        received.Should().HaveCountGreaterThan(30).And.Equal(sent.Take(received.Count));
    }

    private sealed class SpiLoop : Module
    {
        public readonly Stream<UInt> Sent = Sink(Hw.UInt(8));
        public readonly Stream<UInt> Received = Source(Hw.UInt(8));

        protected override void Build()
        {
            var master = Instance(new SpiMaster(halfCycles: 2));
            master.Sent.Connect(Sent);
            Received.Connect(master.Received);
            master.Miso.Set(master.Mosi);
        }
    }
}
