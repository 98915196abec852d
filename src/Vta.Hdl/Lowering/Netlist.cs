using System.Collections.Concurrent;
using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Lowering;

/// <summary>
/// A whole design without hierarchy: what drives each signal. Instances' ports are plain signals, so nothing remains to be connected. No driver
/// depends on itself, not even through bits that have nothing to do with each other.
/// </summary>
public sealed class Netlist
{
    private readonly ConcurrentDictionary<WatchRequest, Netlist> _watching = [];
    private Dictionary<Signal, Expression> _drivers = [];
    private ClockSet? _clocks;
    private HashSet<Signal>? _inputs;

    private Netlist(ModuleInstance top) => Top = top;

    /// <summary>The design with its hierarchy: its top module.</summary>
    public ModuleInstance Top { get; }

    /// <summary>All registers, without the read data of memories.</summary>
    public IReadOnlyList<Signal> Registers { get; private set; } = [];

    /// <summary>All memories.</summary>
    public IReadOnlyList<Memory> Memories { get; private set; } = [];

    /// <summary>The signals whose values are not computed from others in the same cycle: inputs of the top module, registers, read data.</summary>
    public IEnumerable<Signal> State => Inputs.Concat(Registers).Concat(Memories.SelectMany(m => m.ReadPorts).Select(p => p.Data));

    /// <summary>
    /// What comes from outside: the inputs of the top module, what its bidirectional pins are driven with, and the outputs of black boxes that run as Verilog.
    /// </summary>
    public IReadOnlySet<Signal> Inputs => _inputs ??= Top.Ports.Where(p => p.Kind == SignalKind.Input)
        .Concat(Outside.SelectMany(o => o.Signals)).Concat(Watches.Boxes.SelectMany(b => b.Outputs)).ToHashSet();

    /// <summary>The bidirectional pins of the top module, as they are seen from outside.</summary>
    public IReadOnlyList<OutsidePin> Outside { get; private set; } = [];

    /// <summary>What has to hold in every cycle: assertions and assumptions; they are not enabled while their module is reset.</summary>
    public IReadOnlyList<Assertion> Assertions { get; private set; } = [];

    /// <summary>The clocks: that of the top module first, the others in the order of their first use.</summary>
    public IReadOnlyList<ClockDomain> Domains { get; private set; } = [];

    /// <summary>The <see cref="Domains"/> by number.</summary>
    internal ClockSet Clocks => _clocks ??= new(Domains, MadeClocks.IsDriven);

    /// <summary>What simulators look at besides the design.</summary>
    internal Watches Watches { get; private set; } = null!;

    /// <summary>Computed signals that the <see cref="Watches"/> need.</summary>
    internal IEnumerable<Signal> Watched =>
        Watches.Drivers.Select(w => w.Signal).Where(s => s.Kind != SignalKind.Register).Concat(Watches.Boxes.SelectMany(b => b.Inputs));

    /// <summary>The clocks that the design makes itself.</summary>
    internal MadeClocks MadeClocks { get; private set; } = null!;

    /// <summary>The signals that are computed from others in the same cycle; of those that carry one value unchanged, only the <see cref="Source"/>.</summary>
    public IEnumerable<Signal> Computed => _drivers.Keys.Where(s => s.Kind != SignalKind.Register && Source(s) == s);

    /// <summary>The signal whose value this one carries unchanged; itself where it is computed or state.</summary>
    public Signal Source(Signal signal)
    {
        while (signal.Kind != SignalKind.Register && TryDriver(signal) is Signal driver)
            signal = driver;
        return signal;
    }

    /// <summary>A bidirectional pin of the top module, as it is seen from outside.</summary>
    /// <exception cref="ArgumentException">It is no such pin.</exception>
    internal OutsidePin OutsideOf(Expression pin) => Outside.FirstOrDefault(o => o.Pin.Value == pin)
        ?? throw new ArgumentException($"{Text.Of(pin)} is no bidirectional pin of {Top.Name}");

    /// <summary>What a combinational signal is, or a register becomes at the next clock edge while reset is low.</summary>
    public Expression Driver(Signal signal) => _drivers[signal];

    /// <summary>As <see cref="Driver"/>; null for what nothing in the design drives, as the inputs of the top module.</summary>
    public Expression? TryDriver(Signal signal) => _drivers.GetValueOrDefault(signal);

    /// <summary>When a gate is open, beside a synchronous reset of the whole domain.</summary>
    internal Expression OpenWhen(GatedClock gate) => gate.Domain is { HasReset: true, IsResetAsynchronous: false }
        ? Make.Operate(BinaryOperator.Or, gate.Enable, LocalReset(MadeClocks.MakerOf(gate)))
        : gate.Enable;

    /// <summary>Flattens a design.</summary>
    /// <exception cref="HdlException">Signals without a driver or with two, or combinational loops; all of them.</exception>
    internal static Netlist From(ModuleInstance top)
    {
        var netlist = new Netlist(top);
        var modules = top.SelfAndDescendants().ToArray();
        var problems = new List<Diagnostic>();
        netlist.MadeClocks = MadeClocks.Of(top, problems);
        foreach (var module in modules)
            netlist.Drive(module, problems);
        netlist.Outside = OutsidePin.Of(top);
        foreach (var pin in netlist.Outside)
            netlist._drivers[pin.Pin.Value] = pin.Resolved;
        netlist.Registers = [.. modules.SelectMany(m => m.Signals).Where(s => s.Kind == SignalKind.Register)];
        netlist.Memories = [.. modules.SelectMany(m => m.Memories)];
        netlist.Assertions = [.. modules.SelectMany(netlist.Checked), .. netlist.Outside.Select(o => o.NotDrivenTwice).OfType<Assertion>()];
        netlist.Watch(default, modules);
        netlist.Domains = [.. netlist.Registers.Select(r => r.Domain!)
            .Concat(netlist.Memories.SelectMany(m => m.WritePorts.Select(p => p.Domain).Concat(m.ReadPorts.Select(p => p.Data.Domain!))))
            .Concat(netlist.Assertions.Select(a => a.Domain)).Concat(netlist.Watches.Prints.Select(p => p.Print.Domain))
            .Concat(netlist.Watches.Boxes.Where(b => b.Box.External!.ClockPin is not null).Select(b => b.Box.Domain)).Concat(netlist.MadeClocks.Gated).Distinct()
            .OrderByDescending(d => d == top.Domain)];
        problems.AddRange(ClockNames.In(netlist));
        problems.AddRange(netlist.MadeClocks.UsedOutside(netlist.ClockUses(modules)));
        if (problems.Count == 0)
            problems.AddRange(CombinationalLoops.Resolve(netlist._drivers));
        if (problems.Count == 0 && netlist.Domains.Count > 1)
            problems.AddRange(ClockCrossings.In(netlist));
        return problems.Count > 0 ? throw new HdlException(problems) : netlist;
    }

    /// <summary>The same design, with signals for what a simulation is asked to look at; a design has one for each request.</summary>
    internal Netlist Watching(WatchRequest request) => request == default ? this : _watching.GetOrAdd(request, _ =>
    {
        var copy = (Netlist)MemberwiseClone();
        copy._drivers = new(_drivers);
        copy.Watch(request, [.. Top.SelfAndDescendants()]);
        copy.Registers = [.. Registers, .. copy.Watches.Covers.Select(c => c.Count)];
        copy.Domains = [.. Domains.Concat(copy.Watches.Covers.Select(c => c.Cover.Domain)).Distinct()];
        copy._clocks = null;
        return copy;
    });

    private void Watch(WatchRequest request, IReadOnlyList<ModuleInstance> modules)
    {
        Watches = new(modules, LocalReset, request);
        foreach (var (signal, driver) in Watches.Drivers)
            _drivers[signal] = driver;
    }

    /// <summary>Refuses a design of which nothing says what a black box does; a simulator may run one that is Verilog, if it has no bidirectional pins.</summary>
    /// <exception cref="HdlException">Black boxes without a model; all of them.</exception>
    internal Netlist WithModels(bool runsVerilog = false)
    {
        var missing = Top.SelfAndDescendants()
            .Where(m => m.External is { HasModel: false } box && !(runsVerilog && box.RunsAsVerilog && !m.Pins.Any()) && m.Ports.Any(p => p.Kind is SignalKind.Output or SignalKind.Inout)).ToArray();
        return missing.Length == 0 ? this : throw new HdlException([.. missing.Select(DriverProblems.NoModel)]);
    }

    /// <summary>Refuses a design that can't be proven, since it does not say what drives its pins from outside.</summary>
    /// <exception cref="HdlException">Bidirectional pins of the top module; all of them.</exception>
    internal Netlist WithoutPins() => Outside.Count == 0 ? this : throw new HdlException([.. Outside.Select(o => PinProblems.NotProven(o.Pin))]);

    private IEnumerable<(ClockDomain Domain, ModuleInstance User, SourceLocation Location)> ClockUses(IEnumerable<ModuleInstance> modules) =>
        Registers.Select(r => (r.Domain!, r.Owner!, r.Location))
            .Concat(Memories.SelectMany(m => m.ReadPorts.Select(p => (p.Data.Domain!, m.Owner!, p.Location))))
            .Concat(Memories.SelectMany(m => m.WritePorts.Select(p => (p.Domain, m.Owner!, p.Location))))
            .Concat(modules.SelectMany(m => m.Assertions.Select(a => (a.Domain, m, a.Location))));

    private void Drive(ModuleInstance module, List<Diagnostic> problems)
    {
        var drivers = Drivers.Of(module);
        problems.AddRange(drivers.Lost.Select(DriverProblems.Lost));
        var reset = LocalReset(module);
        var needed = module.Ports.Where(p => p.Kind == SignalKind.Output && module.External is not { HasModel: false })
            .Concat(module.Signals.Where(s => s.Kind is SignalKind.Wire or SignalKind.Register))
            .Concat(module.Instances.SelectMany(i => i.Ports).Where(p => p.Kind == SignalKind.Input));
        problems.AddRange(PinProblems.In(module));
        foreach (var pin in module.Pins.Where(p => p.Inside is not null))
            _drivers[pin.Inside!.Value] = pin.Value;
        foreach (var signal in needed)
        {
            var bits = drivers.Of(signal);
            if (bits is null && signal.Kind == SignalKind.Register)
                _drivers[signal] = signal;
            else if (bits?.Value is { } driver)
                _drivers[signal] = signal is { Kind: SignalKind.Register, ResetValue: { } value }
                    ? Make.Select(reset, Make.Constant(value, signal.Width), driver)
                    : driver;
            else
                problems.AddRange(DriverProblems.Of(signal, bits));
        }
    }

    private IEnumerable<Assertion> Checked(ModuleInstance module)
    {
        var isRunning = Make.Not(LocalReset(module));
        return module.Assertions
            .Where(a => a.Kind != AssertionKind.Cover)
            .Select(a => a with { Enable = Make.Operate(BinaryOperator.And, isRunning, a.Enable) });
    }

    /// <summary>When the parents reset an instance, beside the reset of the whole design.</summary>
    private Expression LocalReset(ModuleInstance module) => module == Top || module.Parent is not { } parent
        ? Make.False
        : Make.Operate(BinaryOperator.Or, LocalReset(parent), module.ResetWhen ?? Make.False);
}
