using System.Numerics;
using System.Runtime.CompilerServices;
using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation;

namespace Vta.Hdl.Testbench;

/// <summary>
/// A clocked process of a <see cref="Bench"/>, as its body sees it. Between two awaits it stands at a clock edge, as a register does: what it reads is
/// what the edge finds, settled; what it sets is seen after the edge.
/// </summary>
public sealed class BenchProcess
{
    private readonly Bench _bench;
    private readonly SimulatorBase _simulator;
    private Action? _continuation;
    private long _edgesLeft;
    private long _edgesWaited;
    private Expression? _signal;
    private Func<bool>? _condition;
    private string? _awaited;
    private BenchFailedException? _failure;

    internal BenchProcess(Bench bench, string name, SourceLocation location, BenchClock clock, bool isBackground)
    {
        _bench = bench;
        _simulator = bench.Simulator;
        Name = name;
        Location = location;
        Clock = clock;
        IsBackground = isBackground;
    }

    /// <summary>The name in messages.</summary>
    public string Name { get; }

    /// <summary>Where the process was made.</summary>
    public SourceLocation Location { get; }

    /// <summary>The clock whose edges it awaits.</summary>
    public ClockDomain Domain => Clock.Domain;

    /// <summary>True where <see cref="Bench.RunUntilDone"/> does not wait for its end.</summary>
    public bool IsBackground { get; }

    /// <summary>The body has come to its end.</summary>
    public bool IsDone => Completion.IsCompleted;

    /// <summary>For other processes to await its end.</summary>
    public Task Completion { get; private set; } = Task.CompletedTask;

    internal BenchClock Clock { get; }

    internal bool IsWaiting => _continuation is not null;

    /// <summary>The next edge, or the one that is that many on.</summary>
    public ClockWait Tick(long edges = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(edges, 1);
        return Wait(edges, null, null, null);
    }

    /// <summary>The next edge that finds the bit high.</summary>
    /// <param name="condition">A bit of the module objects, or an expression of them.</param>
    /// <param name="timeout">Edges after which waiting fails; null to wait for ever.</param>
    /// <param name="text">What is awaited, in messages.</param>
    public ClockWait Until(Bool condition, long? timeout = null, [CallerArgumentExpression(nameof(condition))] string text = "") =>
        Wait(timeout ?? long.MaxValue, condition.Expression, null, text);

    /// <summary>The next edge at which a condition on what can be read holds.</summary>
    /// <param name="condition">Looked at once at each edge.</param>
    /// <param name="timeout">Edges after which waiting fails; null to wait for ever.</param>
    /// <param name="text">What is awaited, in messages.</param>
    public ClockWait Until(Func<bool> condition, long? timeout = null, [CallerArgumentExpression(nameof(condition))] string text = "") =>
        Wait(timeout ?? long.MaxValue, null, condition, text);

    /// <summary>The settled bits of a value of the module objects, or of an expression of them, as an unsigned number.</summary>
    public BigInteger Get(Packed value) => _simulator.Peek(value);

    /// <summary>The settled value of a number, with its sign.</summary>
    public BigInteger Get(SInt value) => _simulator.Peek(value);

    /// <summary>A settled truth value.</summary>
    public bool Get(Bool value) => _simulator.Peek(value);

    /// <summary>The settled bits of a signal by its path; see <see cref="SimulatorBase.Peek(string)"/>.</summary>
    public BigInteger Get(string path) => _simulator.Peek(path);

    /// <summary>Sets an input of the top module, or a register, from this edge on; a negative number is taken as two's complement.</summary>
    /// <exception cref="BenchFailedException">Another process sets it at the same edge.</exception>
    public void Set(Packed signal, BigInteger value) => _bench.Writes.Add(this, _simulator.Settable(signal.Expression), value);

    /// <summary>Sets a truth value, as <see cref="Set(Packed, BigInteger)"/>.</summary>
    public void Set(Bool signal, bool value) => Set(signal, value ? BigInteger.One : BigInteger.Zero);

    /// <summary>Drives a bidirectional pin from outside from this edge on; see <see cref="SimulatorBase.Drive{T}(Inout{T}, BigInteger)"/>.</summary>
    /// <exception cref="BenchFailedException">Another process drives it at the same edge.</exception>
    public void Drive<T>(Inout<T> pin, BigInteger value)
        where T : Packed => Drive(pin, value, Bits.Mask(pin.Value.Width));

    /// <summary>Lets go of a pin that was driven from outside, from this edge on.</summary>
    /// <exception cref="BenchFailedException">Another process drives it at the same edge.</exception>
    public void Release<T>(Inout<T> pin)
        where T : Packed => Drive(pin, 0, 0);

    /// <summary>Makes the reset of the process's clock active from this edge on, or lets go of it; see <see cref="SimulatorBase.SetReset"/>.</summary>
    public void SetReset(bool isActive) => _bench.Writes.AddReset(Domain, isActive);

    /// <summary>Sets all fields of a value from bits side by side, the first field in the lowest, as <see cref="DataExtensions.AsBits"/> gives them.</summary>
    public void SetBits(Data value, BigInteger bits)
    {
        foreach (var leaf in value.Leaves)
        {
            _bench.Writes.Add(this, _simulator.Settable(leaf), bits & Bits.Mask(leaf.Width));
            bits >>= leaf.Width;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"process '{Name}' ({Location})";

    internal void Start(Func<BenchProcess, Task> body) => Completion = body(this);

    internal void Suspend(Action continuation) => _continuation = continuation;

    internal void EndWait()
    {
        if (_failure is null)
            return;
        var failure = _failure;
        _failure = null;
        throw failure;
    }

    /// <summary>The process looks at an edge, and goes on where it is the one that it waits for.</summary>
    internal void AtEdge()
    {
        if (_continuation is null)
            return;
        _edgesLeft--;
        _edgesWaited++;
        if (!IsDue())
        {
            if (_edgesLeft > 0)
                return;
            _failure = new($"{this} waited {_edgesWaited} cycles for {_awaited} (now in cycle {_bench.Cycle})");
        }
        var go = _continuation;
        _continuation = null;
        go();
    }

    /// <summary>What it waits for, as in "waits for x".</summary>
    internal string Awaited() => !IsWaiting ? "something that is not a clock" : _awaited ?? $"its clock, {_edgesLeft} more times";

    private void Drive<T>(Inout<T> pin, BigInteger value, BigInteger mask)
        where T : Packed
    {
        var outside = _simulator.Design.Netlist.OutsideOf(pin.Value.Expression);
        _bench.Writes.Add(this, outside.Value, value);
        _bench.Writes.Add(this, outside.Enable, mask);
    }

    private bool IsDue()
    {
        if (_signal is not null)
            return !_simulator.Evaluate(_signal).IsZero;
        return _condition is null ? _edgesLeft == 0 : _condition();
    }

    private ClockWait Wait(long edges, Expression? signal, Func<bool>? condition, string? awaited)
    {
        if (IsWaiting)
            throw new InvalidOperationException($"{this} is waiting already: two tasks can't share a process, make a second one");
        (_edgesLeft, _edgesWaited, _signal, _condition, _awaited) = (edges, 0, signal, condition, awaited);
        return new(this);
    }
}
