using System.Numerics;
using Vta.Hdl.Ir;
using Vta.Hdl.Lowering;
using Vta.Hdl.Simulation;

namespace Vta.Hdl.Waves;

/// <summary>
/// Records all named signals of a simulation: a scope for each instance, enumerations as numbers and as words, small memories word by word. A value
/// stands from the edge that brings it; clocks fall half-way to the next edge.
/// </summary>
internal sealed unsafe class WaveRecorder : IDisposable
{
    /// <summary>Words of a memory that is recorded; larger ones are left out, since waves would be of little else.</summary>
    private const int MaxWords = 64;

    private readonly IWaveSource _source;
    private readonly VcdWriter _vcd;
    private readonly Dictionary<Signal, Trace> _traces = [];
    private readonly List<Trace> _all = [];
    private readonly List<ClockTrace> _clocks = [];
    private readonly byte[] _scratch;
    private long _time;
    private bool _isFirst = true;

    public WaveRecorder(IWaveSource source, TextWriter text, long time)
    {
        _source = source;
        _time = time;
        _vcd = new(text);
        _vcd.Timescale("1ps");
        var netlist = source.Netlist;
        _vcd.OpenScope(netlist.Top.Name);
        foreach (var domain in netlist.Clocks.Free)
            _clocks.Add(DeclareClock(ClockPort.Of(domain, netlist.Top), netlist.Clocks.Only(domain)));
        DeclareContents(netlist.Top);
        _vcd.CloseScope();
        _vcd.EndDeclarations();
        _scratch = new byte[_all.Select(t => t.Shown.Length).DefaultIfEmpty().Max()];
    }

    /// <summary>Records the cycle that ends now: settled values, before the edge takes place.</summary>
    /// <param name="edge">The time of the edge.</param>
    /// <param name="inReset">The clocks whose reset is active at the edge (<see cref="Lowering.ClockSet"/>).</param>
    /// <param name="clocks">Those that have the edge.</param>
    public void Sample(long edge, ulong inReset, ulong clocks)
    {
        WriteValues(inReset);
        _vcd.At(_time + ((edge - _time) / 2));
        foreach (var clock in _clocks)
            Show(clock, isActive: false);
        _vcd.At(edge);
        foreach (var clock in _clocks)
        {
            if ((clock.Number & clocks) != 0)
                Show(clock, isActive: true);
        }
        _time = edge;
    }

    /// <summary>Records what the last edge has brought, and closes the wave.</summary>
    public void Dispose()
    {
        WriteValues(inReset: 0);
        _vcd.Dispose();
    }

    private void WriteValues(ulong inReset)
    {
        _vcd.At(_time);
        foreach (var clock in _clocks)
        {
            var isReset = (clock.Number & inReset) != 0;
            if (clock.ResetCode is { } reset && clock.IsReset != isReset)
                _vcd.Change(reset, (clock.IsReset = isReset) != clock.Port.Domain.IsResetLow);
        }
        foreach (var trace in _all)
        {
            var now = Value(trace);
            if (!_isFirst && now.SequenceEqual(trace.Shown))
                continue;
            now.CopyTo(trace.Shown);
            _vcd.Change(trace.Code, trace.Width, now);
            if (trace.WordCode is { } code)
                _vcd.Change(code, trace.Word(new BigInteger(now, isUnsigned: true)));
        }
        _isFirst = false;
    }

    private ReadOnlySpan<byte> Value(Trace trace)
    {
        if (trace.Address is not null)
            return new(trace.Address, trace.Shown.Length);
        var value = _scratch.AsSpan(0, trace.Shown.Length);
        value.Clear();
        trace.Evaluate().TryWriteBytes(value, out _, isUnsigned: true);
        return value;
    }

    private void Show(ClockTrace clock, bool isActive)
    {
        if (clock.IsActive == isActive)
            return;
        clock.IsActive = isActive;
        _vcd.Change(clock.Code, isActive == (clock.Port.Domain.Edge == ClockEdge.Rising));
    }

    private ClockTrace DeclareClock(ClockPort port, ulong number)
    {
        var clock = new ClockTrace(port, number, _vcd.NewCode(), port.Domain.HasReset ? _vcd.NewCode() : null);
        _vcd.Bits(port.Clock, 1, clock.Code);
        if (clock.ResetCode is { } reset)
            _vcd.Bits(port.Reset, 1, reset);
        return clock;
    }

    private void DeclareContents(ModuleInstance module)
    {
        foreach (var signal in module.Ports.Concat(module.Signals))
            Declare(signal);
        foreach (var memory in module.Memories.Where(m => m.Depth <= MaxWords))
            Declare(memory);
        foreach (var instance in module.Instances)
        {
            _vcd.OpenScope(instance.Name);
            DeclareContents(instance);
            _vcd.CloseScope();
        }
    }

    private void Declare(Signal signal)
    {
        var source = _source.Netlist.Source(signal);
        if (!_traces.TryGetValue(source, out var trace))
        {
            trace = Add(source.Width, _source.AddressOf(source), () => _source.Evaluate(source));
            _traces[source] = trace;
        }
        _vcd.Bits(signal.Name, signal.Width, trace.Code);
        if (signal.Enumeration is not { } names)
            return;
        trace.Show(names, _vcd.NewCode);
        _vcd.Words(signal.Name + "_name", trace.WordCode!);
    }

    private void Declare(Memory memory)
    {
        for (var i = 0; i < memory.Depth; i++)
        {
            var address = i;
            var trace = Add(memory.Width, _source.AddressOf(memory, address), () => _source.ReadWord(memory, address));
            _vcd.Bits($"{memory.Name}[{address}]", memory.Width, trace.Code);
        }
    }

    private Trace Add(int width, byte* address, Func<BigInteger> evaluate)
    {
        var trace = new Trace(width, address, evaluate, _vcd.NewCode());
        _all.Add(trace);
        return trace;
    }

    /// <summary>A value that is recorded once, however many signals of the hierarchy carry it.</summary>
    private sealed class Trace(int width, byte* address, Func<BigInteger> evaluate, string code)
    {
        private Dictionary<BigInteger, string>? _words;

        /// <summary>Null where the simulator does not keep the value: then it is evaluated.</summary>
        public byte* Address => address;

        public BigInteger Evaluate() => evaluate();

        public string Code => code;

        public int Width => width;

        public byte[] Shown { get; } = new byte[(width + 7) / 8];

        public string? WordCode { get; private set; }

        public void Show(EnumNames names, Func<string> newCode)
        {
            WordCode ??= newCode();
            _words ??= names.Members.DistinctBy(m => m.Value).ToDictionary(m => m.Value, m => m.Name);
        }

        public string Word(BigInteger value) => _words!.TryGetValue(value, out var word) ? word : value.ToString();
    }

    private sealed class ClockTrace(ClockPort port, ulong number, string code, string? resetCode)
    {
        public ClockPort Port => port;

        public ulong Number => number;

        public string Code => code;

        public string? ResetCode => resetCode;

        /// <summary>The level that the edge of the domain leads to; null before the first.</summary>
        public bool? IsActive { get; set; }

        public bool? IsReset { get; set; }
    }
}
