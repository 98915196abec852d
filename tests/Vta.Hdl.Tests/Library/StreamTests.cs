using System.Numerics;
using Vta.Hdl.Library;
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
        using var bench = new StreamBench(buffer.Elaborate(), seed);
        var (sent, received) = (bench.Send(buffer.Enq), bench.Receive(buffer.Deq));
        bench.Run(300);
        received.Should().HaveCountGreaterThan(80).And.Equal(sent.Take(received.Count));
    }

    [Fact]
    public void A_skid_buffer_works_in_every_cycle()
    {
        var buffer = new SkidBuffer<UInt>(UInt(8));
        using var bench = new StreamBench(buffer.Elaborate(), 1);
        bench.Send(buffer.Enq, share: 1);
        var received = bench.Receive(buffer.Deq, share: 1);
        bench.Run(100);
        received.Should().HaveCount(99);
    }

    [Theory]
    [InlineData(ArbitrationPolicy.Fixed)]
    [InlineData(ArbitrationPolicy.RoundRobin)]
    public void An_arbiter_hands_on_all_values_of_each_stream_in_their_order(ArbitrationPolicy policy)
    {
        var arbiter = new Arbiter<UInt>(UInt(8), 3, policy);
        using var bench = new StreamBench(arbiter.Elaborate(), 3);
        var sent = arbiter.Enq.Select(e => bench.Send(e, share: 0.2)).ToArray();
        var chosen = new List<int>();
        var received = bench.Receive(arbiter.Deq, share: 0.9);
        bench.InEachCycle(() =>
        {
            if (bench.Simulator.Peek(arbiter.Deq.Fire))
                chosen.Add((int)bench.Simulator.Peek(arbiter.Chosen));
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
            using var bench = new StreamBench(arbiter.Elaborate(), 3);
            var sent = arbiter.Enq.Select(e => bench.Send(e, share: 1)).ToArray();
            bench.Receive(arbiter.Deq, share: 1);
            bench.Run(300);
            return [.. sent.Select(s => s.Count)];
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_fork_gives_every_value_to_every_consumer_once(int seed)
    {
        var fork = new Fork<UInt>(UInt(8), 3);
        using var bench = new StreamBench(fork.Elaborate(), seed);
        var sent = bench.Send(fork.Enq);
        var received = fork.Deq.Select(d => bench.Receive(d)).ToArray();
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
        using (var bench = new StreamBench(widener.Elaborate(), seed))
        {
            var (sent, received) = (bench.Send(widener.Enq), bench.Receive(widener.Deq));
            bench.Run(300);
            received.Should().HaveCountGreaterThan(20).And.Equal(
                sent.Chunk(3).Take(received.Count).Select(c => c[0] + (c[1] << 8) + (c[2] << 16)));
        }

        var narrower = new NarrowInput();
        using (var bench = new StreamBench(narrower.Elaborate(), seed))
        {
            var (sent, received) = (bench.Send(narrower.Words), bench.Receive(narrower.Bytes));
            bench.Run(300);
            received.Should().HaveCountGreaterThan(60).And.Equal(
                sent.SelectMany(w => new[] { w & 255, (w >> 8) & 255, w >> 16 }).Take(received.Count));
        }
    }

    [Fact]
    public void Narrowing_leaves_no_gap()
    {
        var narrower = new NarrowInput();
        using var bench = new StreamBench(narrower.Elaborate(), 1);
        bench.Send(narrower.Words, share: 1);
        var received = bench.Receive(narrower.Bytes, share: 1);
        bench.Run(100);
        received.Should().HaveCount(99);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Operations_on_streams_stand_in_a_row(int seed)
    {
        var module = new StreamAlgebra();
        using var bench = new StreamBench(module.Elaborate(), seed);
        var (inputs, words) = (bench.Send(module.Input), bench.Send(module.Words));
        var outputs = bench.Receive(module.Output);
        var bits = bench.Receive(module.Line);
        bench.InEachCycle(() => bench.Simulator.Poke(module.Stop, bench.Simulator.Cycle % 50 < 10));
        bench.Run(2000);

        var even = inputs.Where(x => x.IsEven).ToArray();
        var pairs = words.Chunk(2).Where(c => c.Length == 2).Select(c => c[0] + (c[1] << 8));
        outputs.Should().HaveCountGreaterThan(50).And.Equal(
            even.Zip(pairs, (x, y) => (x + y) & 0xffff).Take(outputs.Count));
        bits.Should().HaveCountGreaterThan(700).And.Equal(
            even.SelectMany(x => Enumerable.Range(0, 16).Select(i => (x >> i) & BigInteger.One)).Take(bits.Count));
    }

    private sealed class NarrowInput : Module
    {
        public readonly Stream<UInt> Words = Sink(UInt(24));
        public readonly Stream<UInt> Bytes = Source(UInt(8));

        protected override void Build() => Bytes.Connect(Words.Narrow(8));
    }
}
