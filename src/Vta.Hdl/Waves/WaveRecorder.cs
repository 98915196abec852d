using System.Numerics;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation;
using Vta.Hdl.Verilog;

namespace Vta.Hdl.Waves;

/// <summary>
/// Records all named signals of a simulation: a scope for each instance, enumerations as numbers and as words, small memories word by word. A value
/// stands from the edge that brings it; clocks fall half-way to the next edge.
/// </summary>
internal sealed unsafe class WaveRecorder : IDisposable
{
    /// <summary>Words of a memory that is recorded; larger ones are left out, since waves would be of little else.</summary>
    private const int MaxWords = 64;

    private readonly SimulatorBase _simulator;
    private readonly VcdWriter _vcd;
    private readonly Dictionary<Signal, Trace> _traces = [];
    private readonly List<Trace> _all = [];
    private readonly List<ClockTrace> _clocks = [];
    private readonly byte[] _scratch;
    private long _time;
    private bool _isFirst = true;

    public WaveRecorder(SimulatorBase simulator, TextWriter text, long time)
    {
        _simulator = simulator;
        _time = time;
        _vcd = new(text);
        _vcd.Timescale("1ps");
        var design = simulator.Design;
        _vcd.OpenScope(design.Top.Name);
        foreach (var domain in design.Netlist.Domains)
            _clocks.Add(DeclareClock(new(domain == design.Top.Domain ? null : domain, HasReset: true), domain));
        DeclareContents(design.Top);
        _vcd.CloseScope();
        _vcd.EndDeclarations();
        _scratch = new byte[_all.Select(t => t.Shown.Length).DefaultIfEmpty().Max()];
    }

    /// <summary>Records the cycle that ends now: settled values, before the edge takes place.</summary>
    /// <param name="edge">The time of the edge.</param>
    /// <param name="isReset">Reset is high at the edge.</param>
    /// <param name="domains">The clocks that have the edge; null for all.</param>
    public void Sample(long edge, bool isReset, IReadOnlyCollection<ClockDomain>? domains)
    {
        WriteValues(isReset);
        _vcd.At(_time + ((edge - _time) / 2));
        foreach (var clock in _clocks)
            Show(clock, isHigh: false);
        _vcd.At(edge);
        foreach (var clock in _clocks)
        {
            if (domains is null || domains.Contains(clock.Domain))
                Show(clock, isHigh: true);
        }
        _time = edge;
    }

    /// <summary>Records what the last edge has brought, and closes the wave.</summary>
    public void Dispose()
    {
        WriteValues(isReset: false);
        _vcd.Dispose();
    }

    private void WriteValues(bool isReset)
    {
        _vcd.At(_time);
        foreach (var clock in _clocks)
        {
            if (_isFirst || clock.IsReset != isReset)
                _vcd.Change(clock.ResetCode, clock.IsReset = isReset);
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

    private void Show(ClockTrace clock, bool isHigh)
    {
        if (clock.IsHigh != isHigh)
            _vcd.Change(clock.Code, (clock.IsHigh = isHigh).Value);
    }

    private ClockTrace DeclareClock(ClockPort port, ClockDomain domain)
    {
        var clock = new ClockTrace(domain, _vcd.NewCode(), _vcd.NewCode());
        _vcd.Bits(port.Clock, 1, clock.Code);
        _vcd.Bits(port.Reset, 1, clock.ResetCode);
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
        var source = _simulator.Design.Netlist.Source(signal);
        if (!_traces.TryGetValue(source, out var trace))
        {
            trace = Add(source.Width, _simulator.AddressOf(source), () => _simulator.Evaluate(source));
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
            var trace = Add(memory.Width, _simulator.AddressOf(memory, address), () => _simulator.ReadWord(memory, address));
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

    private sealed class ClockTrace(ClockDomain domain, string code, string resetCode)
    {
        public ClockDomain Domain => domain;

        public string Code => code;

        public string ResetCode => resetCode;

        public bool? IsHigh { get; set; }

        public bool IsReset { get; set; }
    }
}
