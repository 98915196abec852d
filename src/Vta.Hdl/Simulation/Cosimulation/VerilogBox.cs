using System.Numerics;
using System.Runtime.InteropServices;
using Vta.Hdl.Ir;
using Vta.Hdl.Lowering;

namespace Vta.Hdl.Simulation.Cosimulation;

/// <summary>A black box of a design that runs as Verilog. Its clock rises where that of its domain has an edge, and falls before the next one.</summary>
internal sealed unsafe class VerilogBox : IDisposable
{
    private readonly VerilogLibrary _library;
    private readonly nint _box;
    private readonly (int Pin, Func<BigInteger> Read)[] _inputs;
    private readonly (int Pin, Signal Port)[] _outputs;
    private readonly Func<bool> _isReset;
    private readonly int _clockPin;
    private readonly int _resetPin;
    private readonly bool _isRising;
    private readonly uint[] _words;
    private bool _isActive;

    /// <param name="watch">The instance.</param>
    /// <param name="read">Reads a settled signal.</param>
    /// <param name="isReset">The reset of its domain is active.</param>
    public VerilogBox(WatchedBox watch, Func<Signal, BigInteger> read, Func<bool> isReset)
    {
        var (box, external) = (watch.Box, watch.Box.External!);
        _library = VerilogLibrary.Of(box);
        _box = _library.Create();
        var ports = box.Ports.Select((port, pin) => (pin, port)).ToArray();
        _inputs = [.. ports.Where(p => p.port.Kind == SignalKind.Input).Select(p => (p.pin, (Func<BigInteger>)(() => read(p.port))))];
        _outputs = [.. ports.Where(p => p.port.Kind == SignalKind.Output)];
        _isReset = () => isReset() || !read(watch.Reset).IsZero;
        _words = new uint[ports.Select(p => (p.port.Width + 31) / 32).Append(1).Max() + 1];
        _clockPin = external.ClockPin is null ? -1 : ports.Length;
        _resetPin = external.ResetPin is null ? -1 : ports.Length + (_clockPin < 0 ? 0 : 1);
        _isRising = box.Domain.Edge == ClockEdge.Rising;
        SetClock(isActive: false);
    }

    /// <summary>Takes inputs and reset, and gives what the outputs become.</summary>
    public IEnumerable<(Signal Port, BigInteger Value)> Settle()
    {
        foreach (var (pin, value) in _inputs)
            Set(pin, value());
        if (_resetPin >= 0)
            Set(_resetPin, _isReset() ? 1 : 0);
        _library.Evaluate(_box);
        return _outputs.Select(o => (o.Port, Get(o.Pin, o.Port.Width)));
    }

    /// <summary>The clock goes back to the level before its edge; true where it was not there.</summary>
    public bool Fall()
    {
        if (!_isActive)
            return false;
        SetClock(isActive: false);
        return true;
    }

    /// <summary>The edge of the clock, with the inputs that were taken last.</summary>
    public void Edge() => SetClock(isActive: true);

    public void Dispose() => _library.Destroy(_box);

    private void SetClock(bool isActive)
    {
        _isActive = isActive;
        if (_clockPin >= 0)
            Set(_clockPin, isActive == _isRising ? 1 : 0);
        _library.Evaluate(_box);
    }

    private void Set(int pin, BigInteger value)
    {
        _words.AsSpan().Clear();
        value.TryWriteBytes(MemoryMarshal.AsBytes(_words.AsSpan()), out _, isUnsigned: true);
        fixed (uint* words = _words)
            _library.Set(_box, pin, words);
    }

    private BigInteger Get(int pin, int width)
    {
        _words.AsSpan().Clear();
        fixed (uint* words = _words)
            _library.Get(_box, pin, words);
        return new BigInteger(MemoryMarshal.AsBytes(_words.AsSpan()), isUnsigned: true) & Bits.Mask(width);
    }
}
