using System.Numerics;
using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation.Compile;
using Vta.Hdl.Simulation.Layout;

namespace Vta.Hdl.Simulation;

/// <summary>
/// The simulator: a design compiled to machine code when it is first simulated. Besides peeks and pokes it has a raw interface for harnesses that
/// drive a bus in every cycle: take <see cref="PointerTo(Packed)"/> of ports once, then in each cycle write inputs, <see cref="Settle"/>, read
/// outputs, and <see cref="Tick()"/>.
/// </summary>
public sealed unsafe class Simulator : SimulatorBase
{
    private readonly CompiledDesign _code;
    private readonly StateBlock _state;
    private readonly byte* _start;
    private readonly ulong* _broken;
    private readonly bool _keepsSignals;

    /// <summary>A simulation in its initial state; the design is compiled for the first one.</summary>
    /// <exception cref="Diagnostics.HdlException">HW0017: a black box has no model.</exception>
    public Simulator(Design design, SimulatorOptions? options = null, SimulationRequests? requests = null)
        : base(design, requests)
    {
        options ??= SimulatorOptions.Default;
        _keepsSignals = options.KeepSignals;
        _code = CompiledDesign.Of(Netlist, options);
        _state = new(_code.Layout);
        _start = _state.Start;
        _broken = (ulong*)(_start + _code.Layout.BrokenAssertion.Offset);
        foreach (var memory in Netlist.Memories)
        {
            for (var i = 0; i < memory.InitialContents.Count; i++)
                WriteWord(memory, i, memory.InitialContents[i]);
        }
        foreach (var register in Netlist.Registers.Where(r => !StartOf(r).IsZero))
            Write(register, StartOf(register));
        SpoilStart();
        RaiseFlags();
    }

    /// <summary>
    /// Where the value of a port of the top module lies, or, to be read only, with <see cref="SimulatorOptions.KeepSignals"/> that of any named signal: one
    /// <c>ulong</c> for up to 64 bits, else bytes, little-endian, filled up to a multiple of 8. Bits above the width must stay zero.
    /// </summary>
    public ulong* PointerTo(Packed signal) => PointerTo(signal.Expression as Signal, nameof(signal));

    /// <summary>As <see cref="PointerTo(Packed)"/>, by path.</summary>
    public ulong* PointerTo(string path) => PointerTo(Find(path), nameof(path));

    /// <summary>Computes the outputs of the top module from its inputs and its state.</summary>
    public void Settle()
    {
        _code.Settle(_start);
        SettleBoxes();
    }

    /// <summary>Applies an edge of all clocks at once; nothing may have been written since <see cref="Settle"/>.</summary>
    /// <exception cref="SimulationFailedException">An assertion does not hold; the edge is not applied.</exception>
    public void Tick() => Instant(Netlist.Clocks.AllFree, isSettled: true);

    /// <summary>Applies an edge of one clock, as <see cref="Tick()"/>.</summary>
    /// <exception cref="SimulationFailedException">An assertion does not hold; the edge is not applied.</exception>
    public void Tick(ClockDomain clock) => Instant(Netlist.Clocks.OnlyFree(clock), isSettled: true);

    internal override BigInteger Read(Signal signal) => _state.Read(_code.Layout.Of(signal));

    internal override BigInteger ReadWord(Memory memory, int address) => _state.Read(_code.Layout.Of(memory), address);

    private protected override void Write(Signal state, BigInteger value)
    {
        _state.Write(_code.Layout.Of(state), value);
        if (!Netlist.Inputs.Contains(state))
            RaiseFlags();
    }

    private protected override void WriteWord(Memory memory, int address, BigInteger value)
    {
        _state.Write(_code.Layout.Of(memory), address, value);
        RaiseFlags();
    }

    internal override byte* AddressOf(Signal signal) => IsKnown(signal) ? _start + _code.Layout.Of(signal).Offset : null;

    internal override byte* AddressOf(Memory memory, int address)
    {
        var place = _code.Layout.Of(memory);
        return _start + place.Offset + (place.Stride * address);
    }

    private protected override bool IsKnown(Signal signal) => _code.Layout.Has(signal);

    private protected override void SettleOutputs() => _code.Settle(_start);

    private protected override Assertion? ClockEdge(ulong clocks, ulong checkedClocks)
    {
        _code.Check(_start, checkedClocks);
        if (*_broken != 0)
        {
            var number = (int)*_broken - 1;
            ForgetBroken();
            return _code.Assertions[number];
        }
        if (checkedClocks != clocks)
            PassOver(clocks & ~checkedClocks);
        _code.Edge(_start, clocks);
        return null;
    }

    private protected override long Run(ulong clocks, long cycles)
    {
        var done = _code.Run(_start, clocks, cycles);
        if (done < cycles)
            ForgetBroken();
        return done;
    }

    private protected override void Dispose(bool disposing)
    {
        if (disposing)
            _state.Dispose();
    }

    /// <summary>Computes what edges need and assertions have computed along with them, where these are not to be looked at.</summary>
    private void PassOver(ulong clocks)
    {
        _code.Check(_start, clocks);
        if (*_broken != 0)
            ForgetBroken();
    }

    /// <summary>The assertions are to be looked at again.</summary>
    private void ForgetBroken()
    {
        *_broken = 0;
        RaiseFlags();
    }

    private ulong* PointerTo(Signal? signal, string parameter)
    {
        if (signal is not null && _keepsSignals)
            signal = Netlist.Source(signal);
        return signal is not null && (IsTopPort(signal) || (_keepsSignals && IsKnown(signal)))
            ? (ulong*)(_start + _code.Layout.Of(signal).Offset)
            : throw new ArgumentException($"only ports of the top module have an address, and with {nameof(SimulatorOptions.KeepSignals)} named signals", parameter);
    }

    private bool IsTopPort(Signal signal) => signal.Owner == Design.Top && signal.Kind is SignalKind.Input or SignalKind.Output;

    /// <summary>Everything has something to do in the next cycle.</summary>
    private void RaiseFlags() => _state.Fill(_code.Layout.Flags);
}
