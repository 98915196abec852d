using System.Numerics;
using Vta.Hdl.Library;
using Vta.Hdl.Testbench;
using Vta.Hdl.Tests.Verilog;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Library;

public sealed class StreamTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 5)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_skid_buffer_is_a_queue(int seed)
    {
        var buffer = new SkidBuffer<UInt>(UInt(8));
        using var bench = new Bench(buffer.Elaborate(), seed);
        var (sent, received) = (Send(bench, buffer.Enq), Take(bench, buffer.Deq));
        bench.Run(300);
        received.Should().HaveCountGreaterThan(80).And.Equal(sent.Take(received.Count));
    }

    [Fact]
    public void A_skid_buffer_works_in_every_cycle()
    {
        var buffer = new SkidBuffer<UInt>(UInt(8));
        using var bench = new Bench(buffer.Elaborate(), 1);
        Send(bench, buffer.Enq, stalls: 0);
        var received = Take(bench, buffer.Deq, stalls: 0);
        bench.Run(100);
        received.Should().HaveCount(99);
    }

    [Theory]
    [InlineData(ArbitrationPolicy.Fixed)]
    [InlineData(ArbitrationPolicy.RoundRobin)]
    public void An_arbiter_hands_on_all_values_of_each_stream_in_their_order(ArbitrationPolicy policy)
    {
        var arbiter = new Arbiter<UInt>(UInt(8), 3, policy);
        using var bench = new Bench(arbiter.Elaborate(), 3);
        var sent = arbiter.Enq.Select(e => Send(bench, e, stalls: 0.8)).ToArray();
        var chosen = new List<int>();
        var received = Take(bench, arbiter.Deq, stalls: 0.1);
        bench.Process(async clock =>
        {
            while (true)
            {
                await clock.Until(arbiter.Deq.Fire);
                chosen.Add((int)clock.Get(arbiter.Chosen));
            }
        });
        bench.Run(500);
        for (var i = 0; i < 3; i++)
            received.Where((_, n) => chosen[n] == i).Should().HaveCountGreaterThan(30).And.Equal(sent[i]);
    }

    [Fact]
    public void Round_robin_serves_in_turn_and_fixed_the_first()
    {
        Shares(ArbitrationPolicy.RoundRobin).Should().Equal(100, 100, 100);
        Shares(ArbitrationPolicy.Fixed).Should().Equal(300, 0, 0);

        static int[] Shares(ArbitrationPolicy policy)
        {
            var arbiter = new Arbiter<UInt>(UInt(8), 3, policy);
            using var bench = new Bench(arbiter.Elaborate(), 3);
            var sent = arbiter.Enq.Select(e => Send(bench, e, stalls: 0)).ToArray();
            Take(bench, arbiter.Deq, stalls: 0);
            bench.Run(300);
            return [.. sent.Select(s => s.Count)];
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_fork_gives_every_value_to_every_consumer_once(int seed)
    {
        var fork = new Fork<UInt>(UInt(8), 3);
        using var bench = new Bench(fork.Elaborate(), seed);
        var sent = Send(bench, fork.Enq);
        var received = fork.Deq.Select(d => Take(bench, d)).ToArray();
        bench.Run(300);
        foreach (var copy in received)
        {
            copy.Take(sent.Count).Should().HaveCountGreaterThan(50).And.Equal(sent);
            copy.Count.Should().BeInRange(sent.Count, sent.Count + 1);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Words_are_made_wider_and_narrower_again(int seed)
    {
        var widener = new Widener<UInt>(UInt(8), 3);
        using (var bench = new Bench(widener.Elaborate(), seed))
        {
            var (sent, received) = (Send(bench, widener.Enq), Take(bench, widener.Deq));
            bench.Run(300);
            received.Should().HaveCountGreaterThan(20).And.Equal(
                sent.Chunk(3).Take(received.Count).Select(c => c[0] + (c[1] << 8) + (c[2] << 16)));
        }

        var narrower = new NarrowInput();
        using (var bench = new Bench(narrower.Elaborate(), seed))
        {
            var (sent, received) = (Send(bench, narrower.Words), Take(bench, narrower.Bytes));
            bench.Run(300);
            received.Should().HaveCountGreaterThan(60).And.Equal(
                sent.SelectMany(w => new[] { w & 255, (w >> 8) & 255, w >> 16 }).Take(received.Count));
        }
    }

    [Fact]
    public void Narrowing_leaves_no_gap()
    {
        var narrower = new NarrowInput();
        using var bench = new Bench(narrower.Elaborate(), 1);
        Send(bench, narrower.Words, stalls: 0);
        var received = Take(bench, narrower.Bytes, stalls: 0);
        bench.Run(100);
        received.Should().HaveCount(99);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Operations_on_streams_stand_in_a_row(int seed)
    {
        var module = new StreamAlgebra();
        using var bench = new Bench(module.Elaborate(), seed);
        var (inputs, words) = (Send(bench, module.Input), Send(bench, module.Words));
        var outputs = Take(bench, module.Output);
        var bits = Take(bench, module.Line);
        bench.Process(async clock =>
        {
            while (true)
            {
                clock.Set(module.Stop, true);
                await clock.Tick(10);
                clock.Set(module.Stop, false);
                await clock.Tick(40);
            }
        });
        bench.Run(2000);

        var even = inputs.Where(x => x.IsEven).ToArray();
        var pairs = words.Chunk(2).Where(c => c.Length == 2).Select(c => c[0] + (c[1] << 8));
        outputs.Should().HaveCountGreaterThan(50).And.Equal(
            even.Zip(pairs, (x, y) => (x + y) & 0xffff).Take(outputs.Count));
        bits.Should().HaveCountGreaterThan(700).And.Equal(
            even.SelectMany(x => Enumerable.Range(0, 16).Select(i => (x >> i) & BigInteger.One)).Take(bits.Count));
    }

    private static IReadOnlyList<BigInteger> Send(Bench bench, Stream<UInt> stream, double stalls = 0.4) =>
        bench.Drive(stream, bench.RandomValues(stream.Payload.Width), stalls);

    private static IReadOnlyList<BigInteger> Take<T>(Bench bench, Stream<T> stream, double stalls = 0.4)
        where T : Data => bench.Take(stream, stalls);

    private sealed class NarrowInput : Module
    {
        public readonly Stream<UInt> Words = Sink(UInt(24));
        public readonly Stream<UInt> Bytes = Source(UInt(8));

        protected override void Build() => Bytes.Connect(Words.Narrow(8));
    }
}
