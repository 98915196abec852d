using System.Numerics;
using Vta.Hdl.Ir;
using Vta.Hdl.Library;
using Vta.Hdl.Simulation;
using Vta.Hdl.Testbench;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Testbench;

public sealed class BenchTests
{
    [Fact]
    public void A_process_reads_what_an_edge_finds_and_sets_what_comes_after_it()
    {
        var module = new Delay();
        using var bench = new Bench(module.Elaborate());
        var seen = new List<(int Input, int Through, int Late)>();
        bench.Process(async clock =>
        {
            for (var i = 1; i <= 4; i++)
            {
                clock.Set(module.Input, i);
                await clock.Tick();
                seen.Add(((int)clock.Get(module.Input), (int)clock.Get(module.Through), (int)clock.Get(module.Late)));
            }
        });

        bench.RunUntilDone();

        seen.Should().Equal((1, 2, 0), (2, 3, 1), (3, 4, 2), (4, 5, 3));
        bench.Cycle.Should().Be(1 + 4, "one cycle is reset");
    }

    [Fact]
    public void The_order_of_processes_cannot_be_seen()
    {
        static List<int> Run(bool readsFirst)
        {
            var module = new Delay();
            using var bench = new Bench(module.Elaborate());
            var seen = new List<int>();
            if (readsFirst)
                bench.Process(Reads);
            bench.Process(Writes);
            if (!readsFirst)
                bench.Process(Reads);
            bench.RunUntilDone();
            return seen;

            async Task Writes(BenchProcess clock)
            {
                for (var i = 0; i < 10; i++)
                {
                    clock.Set(module.Input, 3 * i);
                    await clock.Tick();
                }
            }

            async Task Reads(BenchProcess clock)
            {
                for (var i = 0; i < 10; i++)
                {
                    await clock.Tick();
                    seen.Add((int)clock.Get(module.Through));
                }
            }
        }

        Run(readsFirst: true).Should().Equal(Run(readsFirst: false)).And.Equal(Enumerable.Range(0, 10).Select(i => (3 * i) + 1));
    }

    [Fact]
    public void Two_processes_that_set_one_signal_are_refused()
    {
        var module = new Delay();
        using var bench = new Bench(module.Elaborate());
        bench.Process(clock => Set(clock, 1), "left");
        bench.Process(clock => Set(clock, 2), "right");

        bench.Invoking(b => b.RunUntilDone()).Should().Throw<BenchFailedException>().WithMessage(
            "'input' is set in cycle 3 by process 'left' (*BenchTests.cs:*) and by process 'right' (*BenchTests.cs:*): one process drives a signal");

        async Task Set(BenchProcess clock, int value)
        {
            await clock.Tick(3);
            clock.Set(module.Input, value);
        }
    }

    [Fact]
    public void A_wait_that_takes_too_long_says_who_waited_for_what()
    {
        var fifo = new Fifo<UInt>(UInt(8), 4);
        using var bench = new Bench(fifo.Elaborate());
        bench.Process(async clock => await clock.Until(fifo.Deq.Valid, timeout: 20), "consumer");

        bench.Invoking(b => b.RunUntilDone()).Should().Throw<BenchFailedException>().WithMessage(
            "process 'consumer' (*BenchTests.cs:*) waited 20 cycles for fifo.Deq.Valid (now in cycle 20)");
    }

    [Fact]
    public void A_bench_that_does_not_end_says_who_waits_for_what()
    {
        var fifo = new Fifo<UInt>(UInt(8), 4);
        using var bench = new Bench(fifo.Elaborate());
        bench.Drive(fifo.Enq, Enumerable.Range(0, 9).Select(i => (BigInteger)i));

        bench.Invoking(b => b.RunUntilDone(limit: 50)).Should().Throw<BenchFailedException>().WithMessage(
            "not done after 50 cycles: process 'drives fifo.Enq' (*BenchTests.cs:*) waits for fifo.Enq.Fire");
    }

    [Fact]
    public void A_process_that_waits_for_anything_but_a_clock_is_found()
    {
        using var bench = new Bench(new Delay().Elaborate());
        var never = new TaskCompletionSource();
        bench.Process(_ => never.Task, "sleeper");

        bench.Invoking(b => b.RunUntilDone()).Should().Throw<BenchFailedException>().WithMessage(
            "no process waits for a clock: process 'sleeper' (*BenchTests.cs:*) waits for something that is not a clock");
    }

    [Fact]
    public void What_a_process_throws_is_what_the_run_throws()
    {
        using var bench = new Bench(new Delay().Elaborate());
        bench.Process(async clock =>
        {
            await clock.Tick(3);
            throw new InvalidTimeZoneException("mine");
        });

        bench.Invoking(b => b.Run(10)).Should().Throw<InvalidTimeZoneException>().WithMessage("mine");
        bench.Cycle.Should().Be(3, "the edge it stands at is the fourth, reset included");
    }

    [Fact]
    public void Processes_start_others_and_await_their_ends()
    {
        var module = new Delay();
        using var bench = new Bench(module.Elaborate());
        var order = new List<string>();
        bench.Process(async clock =>
        {
            await clock.Tick(2);
            var child = bench.Process(async inner =>
            {
                await inner.Tick(5);
                order.Add($"child {bench.Cycle}");
            });
            await child.Completion;
            order.Add($"parent {bench.Cycle}");
            await clock.Tick();
            order.Add($"parent {bench.Cycle}");
        });

        bench.RunUntilDone();

        // The cycle of reset, then edges 2 and 2 + 5.
        order.Should().Equal("child 7", "parent 7", "parent 8");
    }

    [Fact]
    public async Task Processes_stay_on_the_thread_of_the_run()
    {
        await Task.Yield();
        using var bench = new Bench(new Delay().Elaborate());
        var threads = new HashSet<int>();
        for (var i = 0; i < 3; i++)
        {
            bench.Process(async clock =>
            {
                for (var n = 0; n < 20; n++)
                {
                    await Inner(clock);
                    threads.Add(Environment.CurrentManagedThreadId);
                }
            });
        }
        bench.RunUntilDone();
        threads.Should().Equal(Environment.CurrentManagedThreadId);

        static async Task Inner(BenchProcess clock) => await clock.Tick();
    }

    [Fact]
    public void Waiting_for_edges_allocates_nothing()
    {
        using var bench = new Bench(new Delay().Elaborate());
        bench.Process(async clock =>
        {
            while (true)
                await clock.Tick();
        });
        bench.Run(100);
        var before = GC.GetAllocatedBytesForCurrentThread();
        bench.Run(10_000);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(1000);
    }

    [Fact]
    public void Each_process_awaits_its_own_clock()
    {
        var fifo = new AsyncFifo<UInt>(UInt(8), 4, new ClockDomain("slow"), new ClockDomain("fast"));
        using var bench = new Bench(fifo.Elaborate());
        bench.SetPeriod(new("slow"), 3000);
        bench.SetPeriod(new("fast"), 1000);
        var edges = (Slow: 0, Fast: 0);
        bench.Process(async clock => { while (true) { await clock.Tick(); edges.Slow++; } }, domain: new("slow"));
        bench.Process(async clock => { while (true) { await clock.Tick(); edges.Fast++; } }, domain: new("fast"));

        bench.Run(10, new("slow"));

        edges.Should().Be((10, 30));
        bench.Time.Should().Be(30_000);
        bench.Invoking(b => b.Run(1, new("third"))).Should().Throw<ArgumentException>().WithMessage("the design has no clock 'third'; it has slow and fast");
    }

    [Fact]
    public void A_stream_that_takes_back_what_it_offers_is_found()
    {
        var module = new Fickle();
        using var bench = new Bench(module.Elaborate(), seed: 1);
        bench.Take(module.Numbers, stalls: 0.5);

        bench.Invoking(b => b.Run(100)).Should().Throw<BenchFailedException>().WithMessage("module.Numbers offered *, and * in cycle *, before that was taken");
    }

    [Fact]
    public void A_broken_assertion_ends_the_run()
    {
        var module = new Fickle();
        using var bench = new Bench(module.Elaborate());

        bench.Invoking(b => b.Run(100)).Should().Throw<SimulationFailedException>().Which.Assertion.Message.Should().Be("counts to 50");
    }

    private sealed class Delay : Module
    {
        public readonly UInt Input = In(UInt(8));
        public readonly UInt Through = Out(UInt(8));
        public readonly UInt Late = Out(UInt(8));

        protected override void Build()
        {
            Through.Set(Input + 1);
            Late.Set(RegNext(Input));
        }
    }

    private sealed class Fickle : Module
    {
        public readonly Stream<UInt> Numbers = Source(UInt(8));

        protected override void Build()
        {
            var count = Reg(UInt(8));
            count.Set(count + 1);
            Numbers.Valid.Set(true);
            Numbers.Payload.Set(count);
            Assert(count != 50, "counts to 50");
        }
    }
}
