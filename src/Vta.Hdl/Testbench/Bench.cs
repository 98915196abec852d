using System.Runtime.CompilerServices;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation;
using Vta.Hdl.Tools;

namespace Vta.Hdl.Testbench;

/// <summary>
/// A testbench: clocked processes, written as async methods, around a design. Everything happens at clock edges. At each edge all processes that wait
/// for it run, and read the values that have settled before it; then the edge takes place, and with it what they have set. So the order of processes
/// can't be seen in the hardware, and a bench gives the same run every time. Nothing runs on other threads.
/// <code>
/// using var bench = new Bench(fifo.Elaborate());
/// bench.Process(async clock =>
/// {
///     clock.Set(fifo.Deq.Ready, true);
///     await clock.Until(fifo.Deq.Valid, timeout: 100);
///     Assert.Equal(7, clock.Get(fifo.Deq.Payload));
/// });
/// bench.RunUntilDone();
/// </code>
/// </summary>
public sealed partial class Bench : IDisposable
{
    private readonly BenchClock[] _clocks;
    private readonly List<BenchProcess> _processes = [];
    private int _randoms;

    /// <summary>Simulates a design, compiled, and resets it for a cycle.</summary>
    /// <param name="design">What is tested.</param>
    /// <param name="seed">What all randomness of the bench comes from.</param>
    /// <param name="wave">The .vcd or .fst file that takes the wave, reset included; null for none.</param>
    /// <exception cref="ToolMissingException">FST is asked for, and vcd2fst is not installed.</exception>
    public Bench(Design design, int seed = 0, string? wave = null)
        : this(new Simulator(design, SimulatorOptions.Default with { KeepSignals = wave is not null }), seed)
    {
        if (wave is not null)
            Simulator.Record(wave);
        Simulator.Reset();
    }

    /// <summary>Takes over a simulation as it stands.</summary>
    public Bench(SimulatorBase simulator, int seed = 0)
    {
        Simulator = simulator;
        Seed = seed;
        Writes = new(this);
        var netlist = simulator.Design.Netlist;
        _clocks = netlist.Clocks.Free.Count == 0
            ? [new BenchClock(simulator.Design.Top.Domain, 0, NewRandom())]
            : [.. netlist.Clocks.Free.Select(d => new BenchClock(d, netlist.Clocks.Only(d), NewRandom()))];
        foreach (var clock in _clocks)
            clock.Set(SimulatorBase.DefaultClockPeriod, 0, 0);
    }

    /// <summary>The simulation. Peek at it at will; what a process sets goes through the process, so that it keeps to the edges.</summary>
    public SimulatorBase Simulator { get; }

    /// <summary>What all randomness of the bench comes from.</summary>
    public int Seed { get; }

    /// <summary>Edges so far, those under reset included.</summary>
    public long Cycle => Simulator.Cycle;

    /// <summary>Picoseconds since the bench began, after reset.</summary>
    public long Time { get; private set; }

    internal PendingWrites Writes { get; }

    /// <summary>A generator of random numbers of its own for each part of a bench, so that no part changes what another draws.</summary>
    public Random NewRandom() => new(unchecked((Seed * 1_000_003) + _randoms++));

    /// <summary>Sets when the edges of a clock come; clocks of one period tick together.</summary>
    /// <param name="domain">The clock.</param>
    /// <param name="period">Picoseconds from edge to edge.</param>
    /// <param name="jitter">Each interval is longer or shorter by up to this much, at random.</param>
    public void SetPeriod(ClockDomain domain, long period, long jitter = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(jitter);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(period, jitter);
        ClockOf(domain).Set(period, jitter, Time);
    }

    /// <summary>
    /// Starts a process. It runs up to its first await at once: what it sets there is seen in the next cycle.
    /// </summary>
    /// <param name="body">What it does; it gets the process itself, to await edges, read and set.</param>
    /// <param name="name">Its name in messages.</param>
    /// <param name="domain">Its clock; null for that of the top module.</param>
    /// <param name="isBackground">True where <see cref="RunUntilDone"/> does not wait for its end.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public BenchProcess Process(
        Func<BenchProcess, Task> body,
        string? name = null,
        ClockDomain? domain = null,
        bool isBackground = false,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var clock = domain is null ? _clocks[0] : ClockOf(domain);
        var process = new BenchProcess(this, name ?? $"{_processes.Count + 1}", new(file, line), clock, isBackground);
        using (new NoContext())
            process.Start(body);
        _processes.Add(process);
        return process;
    }

    /// <summary>Runs until a clock has had this many edges more.</summary>
    /// <param name="cycles">Edges.</param>
    /// <param name="domain">The clock; null for that of the top module.</param>
    /// <exception cref="SimulationFailedException">An assertion of the design does not hold.</exception>
    public void Run(long cycles, ClockDomain? domain = null)
    {
        using var alone = new NoContext();
        var clock = domain is null ? _clocks[0] : ClockOf(domain);
        var end = clock.Edges + cycles;
        Writes.ApplyTo(Simulator);
        while (clock.Edges < end)
            NextEdge();
    }

    /// <summary>Runs until all processes have come to their ends, those in the background excepted.</summary>
    /// <param name="limit">Edges after which it fails.</param>
    /// <exception cref="BenchFailedException">They have not within the limit, or can't; the message says what each waits for.</exception>
    /// <exception cref="SimulationFailedException">An assertion of the design does not hold.</exception>
    public void RunUntilDone(long limit = 1_000_000)
    {
        using var alone = new NoContext();
        Writes.ApplyTo(Simulator);
        RethrowFailures();
        for (var edges = 0L; _processes.Any(p => !p.IsBackground); edges++)
        {
            if (edges == limit)
                throw new BenchFailedException($"not done after {limit} cycles: {WhatIsAwaited()}");
            if (!_processes.Any(p => p.IsWaiting))
                throw new BenchFailedException($"no process waits for a clock: {WhatIsAwaited()}");
            NextEdge();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Simulator.Dispose();

    private void NextEdge()
    {
        var last = Time;
        Time = _clocks[0].Next;
        foreach (var clock in _clocks)
            Time = Math.Min(Time, clock.Next);
        var due = 0UL;
        foreach (var clock in _clocks)
        {
            clock.IsDue = clock.Next == Time;
            if (clock.IsDue)
            {
                due |= clock.Number;
                clock.Pass();
            }
        }

        // Those that are started on the way wait for the next edge.
        for (int i = 0, count = _processes.Count; i < count; i++)
        {
            if (_processes[i].Clock.IsDue)
                _processes[i].AtEdge();
        }
        RethrowFailures();
        Simulator.Instant(due, Time - last);
        Writes.ApplyTo(Simulator);
    }

    /// <summary>Drops processes that have ended; what one of them failed with is the bench's failure.</summary>
    private void RethrowFailures()
    {
        for (var i = _processes.Count - 1; i >= 0; i--)
        {
            if (!_processes[i].IsDone)
                continue;
            _processes[i].Completion.GetAwaiter().GetResult();
            _processes.RemoveAt(i);
        }
    }

    private string WhatIsAwaited() => string.Join("; ", _processes.Where(p => !p.IsBackground).Select(p => $"{p} waits for {p.Awaited()}"));

    private BenchClock ClockOf(ClockDomain domain) => Array.Find(_clocks, c => c.Domain == domain)
        ?? throw new ArgumentException($"the design has no clock '{domain}'; it has {string.Join(" and ", _clocks.Select(c => c.Domain))}");

    /// <summary>Keeps processes on this thread: a test runner's context would send them elsewhere.</summary>
    private readonly ref struct NoContext
    {
        private readonly SynchronizationContext? _outer;

        public NoContext()
        {
            _outer = SynchronizationContext.Current;
            SynchronizationContext.SetSynchronizationContext(null);
        }

        public void Dispose() => SynchronizationContext.SetSynchronizationContext(_outer);
    }
}
