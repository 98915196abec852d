using System.Numerics;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation.Compile;
using Vta.Hdl.Simulation.Layout;
using Vta.Hdl.Simulation.Passes;

namespace Vta.Hdl.Simulation;

/// <summary>
/// The simulator: a design compiled to machine code when it is first simulated. Besides peeks and pokes it has a raw interface for harnesses that
/// drive a bus in every cycle: take <see cref="PointerTo(Packed)"/> of ports once, then in each cycle write inputs, <see cref="Settle"/>, read
/// outputs, and <see cref="Tick"/>.
/// </summary>
public sealed unsafe class Simulator : SimulatorBase
{
    private readonly CompiledDesign _code;
    private readonly StateBlock _state;
    private readonly byte* _start;
    private readonly ulong* _broken;

    /// <summary>A simulation in its initial state; the design is compiled for the first one.</summary>
    /// <exception cref="Diagnostics.HdlException">HW0017: a black box has no model.</exception>
    /// <exception cref="NotSupportedException">The design has several clock domains.</exception>
    public Simulator(Design design, SimulatorOptions? options = null)
        : base(OfOneClock(design))
    {
        _code = CompiledDesign.Of(Netlist, options ?? SimulatorOptions.Default);
        _state = new(_code.Layout);
        _start = _state.Start;
        _broken = (ulong*)(_start + _code.Layout.BrokenAssertion.Offset);
        foreach (var memory in Netlist.Memories)
        {
            for (var i = 0; i < memory.InitialContents.Count; i++)
                WriteWord(memory, i, memory.InitialContents[i]);
        }
        RaiseFlags();
    }

    /// <summary>
    /// Where the value of a port of the top module lies: one <c>ulong</c> for up to 64 bits, else bytes, little-endian, filled up
    /// to a multiple of 8. Bits above the width must stay zero.
    /// </summary>
    public ulong* PointerTo(Packed port) => PointerTo(port.Expression as Signal, nameof(port));

    /// <summary>As <see cref="PointerTo(Packed)"/>, by path.</summary>
    public ulong* PointerTo(string path) => PointerTo(Find(path), nameof(path));

    /// <summary>Computes the outputs of the top module from its inputs and its state.</summary>
    public void Settle() => _code.Settle(_start);

    /// <summary>Applies a clock edge; nothing may have been written since <see cref="Settle"/>.</summary>
    /// <exception cref="SimulationFailedException">An assertion does not hold; the edge is not applied.</exception>
    public void Tick()
    {
        if (IsRecording)
            SampleWave();
        Unsettle();
        if (Edge(checkAssertions: true) is { } failed)
            throw new SimulationFailedException(failed, Cycle);
        CountCycles(1);
    }

    internal override BigInteger Read(Signal signal) => _state.Read(_code.Layout.Of(signal));

    internal override BigInteger ReadWord(Memory memory, int address) => _state.Read(_code.Layout.Of(memory), address);

    private protected override void Write(Signal state, BigInteger value)
    {
        _state.Write(_code.Layout.Of(state), value);
        if (state.Kind != SignalKind.Input)
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

    private protected override void SettleOutputs() => Settle();

    private protected override Assertion? ClockEdge(bool checkAssertions, IReadOnlyCollection<ClockDomain>? domains)
    {
        Settle();
        return Edge(checkAssertions);
    }

    private protected override long Run(long cycles)
    {
        var done = _code.Run(_start, cycles);
        if (done < cycles)
            ForgetBroken();
        return done;
    }

    private protected override void Dispose(bool disposing)
    {
        if (disposing)
            _state.Dispose();
    }

    private static Design OfOneClock(Design design) => design.Netlist.Domains.Count <= 1
        ? design
        : throw new NotSupportedException(
            $"a compiled simulation has one clock, but the design has {string.Join(" and ", design.Netlist.Domains)}: use ReferenceSimulator");

    private Assertion? Edge(bool checkAssertions)
    {
        _code.Check(_start);
        if (*_broken != 0)
        {
            var number = (int)*_broken - 1;
            ForgetBroken();
            if (checkAssertions)
                return _code.Assertions[number];
        }
        _code.Edge(_start);
        return null;
    }

    /// <summary>The assertions are to be looked at again.</summary>
    private void ForgetBroken()
    {
        *_broken = 0;
        RaiseFlags();
    }

    private ulong* PointerTo(Signal? signal, string parameter) => signal is not null && IsTopPort(signal)
        ? (ulong*)(_start + _code.Layout.Of(signal).Offset)
        : throw new ArgumentException("only ports of the top module have an address", parameter);

    private bool IsTopPort(Signal signal) => signal.Owner == Design.Top && signal.Kind is SignalKind.Input or SignalKind.Output;

    /// <summary>Everything has something to do in the next cycle.</summary>
    private void RaiseFlags() => _state.Fill(_code.Layout.Flags);
}
