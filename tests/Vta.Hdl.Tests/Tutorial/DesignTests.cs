using System.Numerics;
using HdlTutorial;
using Vta.Hdl.Simulation;
using Vta.Hdl.Testbench;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Tutorial;

/// <summary>The designs of the tutorial in simulation.</summary>
public sealed class DesignTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    [InlineData(10)]
    public void The_counter_counts_enabled_cycles(int limit)
    {
        var counter = new Counter(limit);
        using var simulator = new Simulator(counter.Elaborate());
        var random = new Random(limit);
        var expected = 0;
        for (var i = 0; i < 100; i++)
        {
            var enable = random.Next(4) > 0;
            simulator.Poke(counter.Enable, enable);
            simulator.Peek(counter.Count).Should().Be(expected);
            simulator.Peek(counter.Wraps).Should().Be(enable && expected == limit - 1);
            simulator.Step();
            expected = enable ? (expected + 1) % limit : expected;
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void The_queue_hands_on_values_in_their_order(int depth)
    {
        var queue = new HdlTutorial.Queue<UInt>(UInt(8), depth);
        using var bench = new Bench(queue.Elaborate(), depth);
        var sent = bench.Drive(queue.Enq, bench.RandomValues(8), stalls: 0.3);
        var received = bench.Take(queue.Deq, stalls: 0.3);

        bench.Run(500);

        received.Should().HaveCountGreaterThan(200).And.Equal(sent.Take(received.Count));
        (sent.Count - received.Count).Should().BeInRange(0, depth);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(13)]
    public void The_UART_hands_on_words(int bitCycles)
    {
        var loop = new UartLoop(bitCycles);
        using var bench = new Bench(loop.Elaborate(), bitCycles);
        BigInteger[] words = [0x00, 0xFF, 0x55, 0x48, 0x69];
        bench.Drive(loop.Sent, words, stalls: 0.2);
        var received = bench.Take(loop.Received);

        bench.Run(words.Length * 11 * bitCycles);

        received.Should().Equal(words);
    }

    [Fact]
    public void The_receiver_reports_a_missing_stop_bit_and_words_that_nobody_takes()
    {
        const int bitCycles = 8;
        var receiver = new UartReceiver(bitCycles);
        using var bench = new Bench(receiver.Elaborate());
        var (errors, overruns) = (0, 0);
        bench.Process(async clock =>
        {
            clock.Set(receiver.Line, true);
            await clock.Tick(4);
            foreach (var frame in new[] { 0b1_01010101_0, 0b0_01010101_0, 0b1_11110000_0 })
            {
                for (var bit = 0; bit < 10; bit++)
                {
                    clock.Set(receiver.Line, ((frame >> bit) & 1) == 1);
                    await clock.Tick(bitCycles);
                }
                clock.Set(receiver.Line, true);
                await clock.Tick(bitCycles);
            }
        });
        bench.Process(
            async clock =>
            {
                while (true)
                {
                    await clock.Tick();
                    errors += clock.Get(receiver.FrameError) ? 1 : 0;
                    overruns += clock.Get(receiver.Overrun) ? 1 : 0;
                }
            },
            isBackground: true);

        bench.RunUntilDone();

        (errors, overruns).Should().Be((1, 1));
        bench.Simulator.Peek(receiver.Words.Valid).Should().BeTrue();
        bench.Simulator.Peek(receiver.Words.Payload).Should().Be(0b01010101);
    }

    [Fact]
    public void The_filter_is_the_sum_of_the_last_samples_each_with_its_coefficient()
    {
        int[] coefficients = [-1, 3, 12, 3, -1];
        const int width = 12;
        var filter = new Fir(coefficients, width);
        using var bench = new Bench(filter.Elaborate(), 1);
        var sent = bench.Drive(filter.X, bench.RandomValues(width), stalls: 0.2);
        var received = bench.Take(filter.Y, stalls: 0.2);

        bench.Run(400);

        var samples = sent.Select(bits => Signed(bits, width)).ToArray();
        var expected = samples.Select((_, n) => coefficients.Select((c, i) => n < i ? 0 : c * samples[n - i]).Aggregate((a, b) => a + b));
        received.Should().HaveCountGreaterThan(200);
        received.Select(bits => Signed(bits, filter.Y.Payload.Width)).Should().Equal(expected.Take(received.Count));
    }

    private static BigInteger Signed(BigInteger bits, int width) => (bits >> (width - 1)).IsZero ? bits : bits - (BigInteger.One << width);
}
