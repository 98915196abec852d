using System.Numerics;
using Vta.Hdl.Ir;
using Vta.Hdl.Lowering;
using Vta.Hdl.Simulation.Cosimulation;
using Vta.Hdl.Simulation.Evaluation;
using Vta.Hdl.Tools;
using Vta.Hdl.Waves;

namespace Vta.Hdl.Simulation;

/// <summary>
/// A design in simulation: two-state. Registers start at zero (those of a clock without reset with their reset values), memories at zero or with their
/// initial contents. What is poked is seen by combinational logic at once, and a peek shows settled values of the current cycle; <see cref="Step(long)"/> applies clock edges.
/// </summary>
public abstract class SimulatorBase : IDisposable, IWaveSource
{
    /// <summary>Picoseconds from edge to edge of a clock whose period is not set.</summary>
    public const long DefaultClockPeriod = 10_000;

    private readonly DesignIndex _index;
    private readonly ExpressionEvaluator _evaluator;
    private bool _isSettled;
    private WaveRecorder? _wave;
    private long _lastEdge;
    private readonly (ulong Clock, Signal Register, BigInteger Value)[] _resets;
    private readonly MadeEdges _made;
    private readonly EdgeWatch _watch;
    private readonly VerilogBoxes _boxes;
    private readonly Random? _undefined;
    private ulong _inReset;

    private protected SimulatorBase(Design design, SimulationRequests? requests)
    {
        requests ??= SimulationRequests.None;
        _undefined = requests.UndefinedSeed is { } seed ? new(seed) : null;
        Design = design;
        Netlist = design.Netlist.WithModels(runsVerilog: true).Watching(new(requests.CountCovers, _undefined is not null));
        _index = new(design);
        _evaluator = new(Netlist, IsKnown, Read, ReadWord);
        _made = new(Netlist, bit => !Evaluate(bit).IsZero);
        _boxes = new(Netlist, ReadSettled, () => _inReset);
        _watch = new(Netlist, _undefined, signal => IsKnown(signal) ? Read(signal) : Evaluate(signal), Write);
        _resets = [.. Netlist.Registers.Where(r => r.ResetValue is not null && r.Domain!.HasReset)
            .Select(r => (Netlist.Clocks.Only(r.Domain!), r, r.ResetValue!.Value))];
    }

    /// <summary>The design that is simulated.</summary>
    public Design Design { get; }

    /// <summary>Clock edges so far, those under reset included.</summary>
    public long Cycle { get; private set; }

    /// <summary>Picoseconds from edge to edge in waves.</summary>
    public long ClockPeriod { get; init; } = DefaultClockPeriod;

    /// <summary>Where <c>Print</c> prints.</summary>
    public TextWriter Output { get; init; } = Console.Out;

    /// <summary>How often each cover was reached so far; empty without <see cref="SimulationRequests.CountCovers"/>.</summary>
    public IReadOnlyList<CoverCount> Covers =>
        [.. Netlist.Watches.Covers.Select(c => new CoverCount(c.Cover, c.Module.Parent is null ? "" : c.Module.Path, (long)Read(c.Count)))];

    private protected Netlist Netlist { get; }

    Netlist IWaveSource.Netlist => Netlist;

    private bool IsRecording => _wave is not null;

    /// <summary>The bits of a value of the module objects (or of an expression made of them), read as an unsigned number.</summary>
    public BigInteger Peek(Packed value) => Evaluate(value.Expression);

    /// <summary>A number of the module objects, with its sign.</summary>
    public BigInteger Peek(SInt value)
    {
        var bits = Evaluate(value.Expression);
        return bits >> (value.Width - 1) == 0 ? bits : bits - (BigInteger.One << value.Width);
    }

    /// <summary>A truth value of the module objects.</summary>
    public bool Peek(Bool value) => !Evaluate(value.Expression).IsZero;

    /// <summary>
    /// The bits of a signal by its path: instance names and the signal's name, joined by dots, without the top module; as in the hardware
    /// (<c>core.load.enq_valid</c>) or as in C# (<c>Core.Load.Enq.Valid</c>).
    /// </summary>
    /// <exception cref="ArgumentException">There is none; the message has the nearest ones.</exception>
    public BigInteger Peek(string path) => Evaluate(_index.Signal(path));

    /// <summary>A word of a memory by its path.</summary>
    public BigInteger PeekMemory(string path, int address) => ReadWord(_index.Memory(path), CheckedAddress(path, address));

    /// <summary>Sets an input of the top module, or a register; a negative number is taken as two's complement.</summary>
    /// <exception cref="ArgumentException">A testbench can't set it, or the number does not fit.</exception>
    public void Poke(Packed signal, BigInteger value) => Poke(Settable(signal.Expression), value);

    /// <summary>Sets a truth value, as <see cref="Poke(Packed, BigInteger)"/>.</summary>
    public void Poke(Bool signal, bool value) => Poke(signal, value ? BigInteger.One : BigInteger.Zero);

    /// <summary>Sets an input of the top module, or a register, by its path.</summary>
    public void Poke(string path, BigInteger value) => Poke(Settable(_index.Signal(path)), value);

    /// <summary>Drives a bidirectional pin of the top module from outside.</summary>
    /// <exception cref="ArgumentException">It is no such pin, or the number does not fit.</exception>
    public void Drive<T>(Inout<T> pin, BigInteger value)
        where T : Packed => Drive(pin, value, Bits.Mask(pin.Value.Width));

    /// <summary>Drives those bits of a pin from outside whose bit in a mask is one, and lets go of the others.</summary>
    /// <exception cref="ArgumentException">It is no such pin, or a number does not fit.</exception>
    public void Drive<T>(Inout<T> pin, BigInteger value, BigInteger mask)
        where T : Packed
    {
        var outside = Netlist.OutsideOf(pin.Value.Expression);
        Poke(outside.Value, value);
        Poke(outside.Enable, mask);
    }

    /// <summary>Lets go of a pin that was driven from outside.</summary>
    /// <exception cref="ArgumentException">It is no pin of the top module.</exception>
    public void Release<T>(Inout<T> pin)
        where T : Packed => Drive(pin, 0, 0);

    /// <summary>Sets a word of a memory by its path.</summary>
    public void PokeMemory(string path, int address, BigInteger value)
    {
        var memory = _index.Memory(path);
        WriteWord(memory, CheckedAddress(path, address), Fitting(value, memory.Width, path));
        Unsettle();
    }

    /// <summary>The state as it is now.</summary>
    /// <exception cref="NotSupportedException">There are black boxes that run as Verilog, whose state nobody can read.</exception>
    public Snapshot Save()
    {
        RequireNoBoxes();
        var state = new MemoryStream();
        foreach (var signal in Design.Netlist.State)
            Append(Read(signal), signal.Width);
        foreach (var memory in Netlist.Memories)
        {
            for (var i = 0; i < memory.Depth; i++)
                Append(ReadWord(memory, i), memory.Width);
        }
        return Snapshot.Of(Design, Cycle, state.ToArray());

        void Append(BigInteger value, int width)
        {
            Span<byte> bytes = new byte[(width + 7) / 8];
            value.TryWriteBytes(bytes, out _, isUnsigned: true);
            state.Write(bytes);
        }
    }

    /// <summary>Goes back, or ahead, to a state; <see cref="Cycle"/> is that of the snapshot.</summary>
    /// <exception cref="ArgumentException">The snapshot is of another design.</exception>
    /// <exception cref="NotSupportedException">There are black boxes that run as Verilog.</exception>
    public void Restore(Snapshot snapshot)
    {
        RequireNoBoxes();
        snapshot.RequireDesign(Design);
        var at = 0;
        foreach (var signal in Design.Netlist.State)
            Write(signal, Next(signal.Width));
        foreach (var memory in Netlist.Memories)
        {
            for (var i = 0; i < memory.Depth; i++)
                WriteWord(memory, i, Next(memory.Width));
        }
        Cycle = snapshot.Cycle;
        Unsettle();

        BigInteger Next(int width)
        {
            var bytes = (width + 7) / 8;
            at += bytes;
            return new BigInteger(snapshot.State.AsSpan(at - bytes, bytes), isUnsigned: true);
        }
    }

    /// <summary>
    /// Records all named signals from now on, until <see cref="StopRecording"/> or the end of the simulation. See
    /// <see cref="SimulatorOptions.KeepSignals"/> for recording at speed.
    /// </summary>
    /// <param name="path">A .vcd file, or a .fst file, which vcd2fst of GTKWave converts at the end.</param>
    /// <exception cref="ArgumentException">The file is named otherwise.</exception>
    /// <exception cref="Tools.ToolMissingException">FST is asked for, and vcd2fst is not installed.</exception>
    /// <exception cref="IOException">The file can't be written.</exception>
    public void Record(string path) => Record(WaveFile.Create(path));

    /// <summary>Records a VCD wave as text; the writer is closed at the end.</summary>
    public void Record(TextWriter vcd)
    {
        StopRecording();
        _wave = new(this, vcd, _lastEdge);
    }

    /// <summary>Closes the wave; its last values are those of now.</summary>
    public void StopRecording()
    {
        if (_wave is null)
            return;
        EnsureSettled();
        _wave.Dispose();
        _wave = null;
    }

    /// <summary>
    /// Clock edges, of all domains at once, during which all resets are active: registers with a reset value take it, everything else runs on. Assertions
    /// of domains with a reset sleep.
    /// </summary>
    public void Reset(int cycles = 1)
    {
        SetReset(true);
        Step(cycles);
        SetReset(false);
    }

    /// <summary>
    /// Makes a reset active or lets go of it, whatever level its pin has. While it is active, registers with a reset value take that at each edge of their
    /// clock, or at once where the reset is asynchronous, and assertions of the domain sleep.
    /// </summary>
    /// <param name="isActive">True to reset.</param>
    /// <param name="domain">The domain; null for all that have a reset.</param>
    /// <exception cref="ArgumentException">The design does not have the domain, or the domain has no reset.</exception>
    public void SetReset(bool isActive, ClockDomain? domain = null)
    {
        if (domain is { HasReset: false })
            throw new ArgumentException($"the clock '{domain}' has no reset", nameof(domain));
        if (domain is not null && _made.IsGate(domain))
            throw new ArgumentException($"the clock '{domain}' is gated, and has the reset of the clock that it comes from", nameof(domain));
        var before = _made.Levels();
        foreach (var clock in domain is null ? Netlist.Domains.Where(d => d.HasReset) : [domain])
        {
            var only = _made.WithGates(Netlist.Clocks.Only(clock));
            _inReset = isActive ? _inReset | only : _inReset & ~only;
            if (isActive && clock.IsResetAsynchronous)
                ApplyResets(only);
        }
        FollowUp(before);
    }

    /// <summary>Clock edges, of all domains at once where there are several.</summary>
    /// <exception cref="SimulationFailedException">An assertion does not hold; that edge is not applied.</exception>
    public void Step(long cycles = 1) => Step(Netlist.Clocks.AllFree, cycles);

    /// <summary>Clock edges of one domain alone.</summary>
    /// <exception cref="ArgumentException">The design does not have the domain.</exception>
    /// <exception cref="SimulationFailedException">An assertion does not hold; that edge is not applied.</exception>
    public void Step(ClockDomain domain, long cycles = 1) => Step(Netlist.Clocks.OnlyFree(domain), cycles);

    /// <summary>The clock of this name, to <see cref="Step(ClockDomain, long)"/> or to reset.</summary>
    /// <exception cref="ArgumentException">The design does not have it.</exception>
    public ClockDomain Clock(string name) => Netlist.Clocks.Named(name);

    /// <summary>One edge of several domains at once.</summary>
    /// <exception cref="ArgumentException">The design does not have one of them.</exception>
    /// <exception cref="SimulationFailedException">An assertion does not hold; the edge is not applied.</exception>
    public void StepTogether(params IEnumerable<ClockDomain> domains) =>
        Step(domains.Aggregate(0UL, (set, domain) => set | Netlist.Clocks.OnlyFree(domain)), 1);

    /// <inheritdoc/>
    public void Dispose()
    {
        StopRecording();
        _boxes.Dispose();
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>One edge of several clocks at once.</summary>
    /// <param name="clocks">The clocks (<see cref="ClockSet"/>).</param>
    /// <param name="interval">Picoseconds since the last edge; null for the period.</param>
    /// <param name="isSettled">Nothing has been written since outputs were settled.</param>
    internal void Instant(ulong clocks, long? interval = null, bool isSettled = false)
    {
        if (IsRecording)
            SampleWave(interval, clocks);
        if (!isSettled)
            SettleAll();
        Edges(clocks);
        Cycle++;
    }

    /// <summary>An edge of clocks, of the gates that are open, and then of the clocks that are made of what has changed.</summary>
    private void Edges(ulong clocks)
    {
        var all = _made.OpenAt(clocks, _inReset);
        var before = _made.Levels();
        if (_boxes.Fall(all))
            SettleAll();
        _watch.Before(all, _inReset, Output);
        if (ClockEdge(all, all & ~_inReset) is { } failed)
            throw new SimulationFailedException(failed, Cycle);
        _boxes.Edge(all);
        if ((all & _inReset) != 0)
            ApplyResets(all & _inReset);
        _watch.After();
        Unsettle();
        FollowUp(before);
    }

    private void FollowUp(ulong before)
    {
        if (_made.EdgesSince(before) is var edges and not 0)
        {
            SettleAll();
            Edges(edges);
        }
    }

    BigInteger IWaveSource.Evaluate(Expression value) => Evaluate(value);

    BigInteger IWaveSource.ReadWord(Memory memory, int address) => ReadWord(memory, address);

    unsafe byte* IWaveSource.AddressOf(Signal signal) => AddressOf(signal);

    unsafe byte* IWaveSource.AddressOf(Memory memory, int address) => AddressOf(memory, address);

    internal BigInteger Evaluate(Expression value)
    {
        EnsureSettled();
        return _evaluator.Value(value);
    }

    /// <summary>Where the value of a signal lies, in as many bytes as it takes; null where it is not kept but computed.</summary>
    internal virtual unsafe byte* AddressOf(Signal signal) => null;

    /// <summary>Where a word of a memory lies; null where it is not kept as bytes.</summary>
    internal virtual unsafe byte* AddressOf(Memory memory, int address) => null;

    /// <summary>The signal that a testbench means to set.</summary>
    /// <exception cref="ArgumentException">It is not for a testbench to set.</exception>
    internal Signal Settable(Expression target)
    {
        if (target is not Signal signal)
            throw new ArgumentException("only a signal can be set, not an expression");
        var isTopInput = signal.Kind == SignalKind.Input && signal.Owner == Design.Top;
        return isTopInput || (signal.Kind is SignalKind.Register or SignalKind.ReadData && IsKnown(signal))
            ? signal
            : throw new ArgumentException($"'{signal.Path}' is driven by the design; only inputs of the top module and registers can be set");
    }

    /// <summary>Sets what is <see cref="Settable"/>.</summary>
    internal void Poke(Signal signal, BigInteger value)
    {
        Write(signal, Fitting(value, signal.Width, signal.Path));
        Unsettle();
    }

    /// <summary>The bits of a number, which may have a sign.</summary>
    private static BigInteger Fitting(BigInteger value, int width, string name) => value >= -(BigInteger.One << (width - 1)) && value <= Bits.Mask(width)
        ? value & Bits.Mask(width)
        : throw new ArgumentException($"{value} does not fit the {Ir.Text.Plural(width)} of '{name}'");

    /// <summary>The value of a signal that <see cref="IsKnown"/>.</summary>
    internal abstract BigInteger Read(Signal signal);

    internal abstract BigInteger ReadWord(Memory memory, int address);

    private protected abstract void Write(Signal state, BigInteger value);

    private protected abstract void WriteWord(Memory memory, int address, BigInteger value);

    /// <summary>True where <see cref="Read"/> gives the value: inputs of the top module, registers, read data, and what else the simulator keeps.</summary>
    private protected abstract bool IsKnown(Signal signal);

    /// <summary>Brings up to date what the simulator keeps beside the state.</summary>
    private protected virtual void SettleOutputs()
    {
    }

    private protected Signal Find(string path) => _index.Signal(path);

    /// <summary>
    /// Applies an edge of clocks (<see cref="ClockSet"/>), once outputs are settled, unless an assertion of those that are to be checked is broken: then
    /// gives that back.
    /// </summary>
    private protected abstract Assertion? ClockEdge(ulong clocks, ulong checkedClocks);

    /// <summary>What a register, an input or read data is before anything happens.</summary>
    private protected static BigInteger StartOf(Signal state) => state is { ResetValue: { } value, Domain.HasReset: false } ? value : BigInteger.Zero;

    /// <summary>Makes random what nothing defines at the start, where that is asked for.</summary>
    private protected void SpoilStart()
    {
        if (_undefined is null)
            return;
        foreach (var state in Design.Netlist.State.Where(s => s.Kind is SignalKind.Register or SignalKind.ReadData && !Undefined.IsStartDefined(s)))
            Write(state, Undefined.Draw(_undefined, state.Width));
        foreach (var memory in Netlist.Memories.Where(m => m.InitialContents.Count == 0))
        {
            for (var i = 0; i < memory.Depth; i++)
                WriteWord(memory, i, Undefined.Draw(_undefined, memory.Width));
        }
    }

    /// <summary>
    /// Applies edges of clocks in one go, none of which is in reset, as far as the simulator can: it may stop at any edge, and does at one at which an assertion is broken.
    /// </summary>
    /// <returns>The number of edges.</returns>
    private protected virtual long Run(ulong clocks, long cycles) => 0;

    private protected virtual void Dispose(bool disposing)
    {
    }

    /// <summary>Forgets what was computed for peeks: the state has changed.</summary>
    private protected void Unsettle() => _isSettled = false;

    private void Step(ulong clocks, long cycles)
    {
        Unsettle();
        var done = IsRecording || (clocks & _inReset) != 0 || _made.Any || _watch.IsBusy || _boxes.Any ? 0 : Run(clocks, cycles);
        Cycle += done;
        for (var i = done; i < cycles; i++)
            Instant(clocks);
    }

    /// <summary>Settles black boxes that run as Verilog, and what hangs on them, once outputs are settled.</summary>
    private protected void SettleBoxes()
    {
        if (_boxes.Any)
            _boxes.Settle(SettleOutputsAnew, Write);
    }

    private void SettleAll()
    {
        SettleOutputsAnew();
        SettleBoxes();
    }

    private void SettleOutputsAnew()
    {
        SettleOutputs();
        if (_boxes.Any)
            _evaluator.Forget();
    }

    private BigInteger ReadSettled(Signal signal) => IsKnown(signal) ? Read(signal) : _evaluator.Value(signal);

    private void RequireNoBoxes()
    {
        if (_boxes.Any)
            throw new NotSupportedException($"{Design.Top.Name} has black boxes that run as Verilog, whose state can't be read or set: there are no snapshots of it");
    }

    private void ApplyResets(ulong clocks)
    {
        foreach (var (clock, register, value) in _resets)
        {
            if ((clock & clocks) != 0)
                Write(register, value);
        }
        Unsettle();
    }

    /// <summary>Records the cycle that ends with an edge.</summary>
    private void SampleWave(long? interval, ulong clocks)
    {
        EnsureSettled();
        _lastEdge += interval ?? ClockPeriod;
        _wave!.Sample(_lastEdge, _inReset, clocks);
    }

    private void EnsureSettled()
    {
        if (_isSettled)
            return;
        SettleAll();
        _evaluator.Forget();
        _isSettled = true;
    }

    private int CheckedAddress(string path, int address) => address >= 0 && address < _index.Memory(path).Depth
        ? address
        : throw new ArgumentOutOfRangeException(nameof(address), address, $"'{path}' has {_index.Memory(path).Depth} words");
}
