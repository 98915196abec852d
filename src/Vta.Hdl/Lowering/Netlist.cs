using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Lowering;

/// <summary>
/// A whole design without hierarchy: what drives each signal. Instances' ports are plain signals, so nothing remains to be connected.
/// </summary>
public sealed class Netlist
{
    private readonly Dictionary<Signal, Expression> _drivers = [];

    private Netlist(Design design) => Design = design;

    public Design Design { get; }

    /// <summary>Combinational signals that have a driver, each after all that it reads in the same cycle.</summary>
    public IReadOnlyList<Signal> Combinational { get; private set; } = [];

    public IReadOnlyList<Signal> Registers { get; private set; } = [];

    public IReadOnlyList<Memory> Memories { get; private set; } = [];

    /// <summary>What has to hold in every cycle: assertions and assumptions; they are not enabled while their module is reset.</summary>
    public IReadOnlyList<Assertion> Assertions { get; private set; } = [];

    /// <summary>What a combinational signal is, or a register becomes at the next clock edge while reset is low.</summary>
    public Expression Driver(Signal signal) => _drivers[signal];

    /// <summary>Flattens a design.</summary>
    /// <exception cref="HdlException">Signals without a driver, or combinational loops; all of them.</exception>
    public static Netlist From(Design design)
    {
        var netlist = new Netlist(design);
        var modules = design.Top.SelfAndDescendants().ToArray();
        var problems = new List<Diagnostic>();
        foreach (var module in modules)
            netlist.Drive(module, problems);
        netlist.Registers = [.. modules.SelectMany(m => m.Signals).Where(s => s.Kind == SignalKind.Register)];
        netlist.Memories = [.. modules.SelectMany(m => m.Memories)];
        netlist.Assertions = [.. modules.SelectMany(Checked)];
        var combinational = modules.SelectMany(m => m.Ports.Concat(m.Signals))
            .Where(s => s.Kind is SignalKind.Wire or SignalKind.Output || (s.Kind == SignalKind.Input && s.Owner != design.Top));
        if (problems.Count == 0)
            netlist.Combinational = netlist.Order(combinational, problems);
        if (problems.Count > 0)
            throw new HdlException(problems);
        return netlist;
    }

    private void Drive(ModuleInstance module, List<Diagnostic> problems)
    {
        var drivers = Drivers.Of(module);
        var reset = LocalReset(module);
        var needed = module.Ports.Where(p => p.Kind == SignalKind.Output)
            .Concat(module.Signals.Where(s => s.Kind is SignalKind.Wire or SignalKind.Register))
            .Concat(module.Instances.SelectMany(i => i.Ports).Where(p => p.Kind == SignalKind.Input));
        foreach (var signal in needed)
        {
            var name = $"'{signal.Name}' of {signal.Owner!.Path}";
            if (!drivers.Values.TryGetValue(signal, out var driver))
            {
                if (signal.Kind == SignalKind.Register)
                    _drivers[signal] = signal;
                else
                    problems.Add(new(Rule.Undriven, $"{name} is never set", signal.Kind == SignalKind.Input ? signal.Owner.Location : signal.Location));
            }
            else if (driver is null)
            {
                problems.Add(new(
                    Rule.PartlyDriven,
                    $"{name} (declared at {signal.Location}) is not set on every path through the condition at {drivers.Incomplete[signal]}: set a default before it",
                    drivers.Incomplete[signal]));
            }
            else
            {
                _drivers[signal] = signal is { Kind: SignalKind.Register, ResetValue: { } value }
                    ? Make.Select(reset, Make.Constant(value, signal.Width), driver)
                    : driver;
            }
        }
    }

    private static IEnumerable<Assertion> Checked(ModuleInstance module)
    {
        var isRunning = Make.Not(LocalReset(module));
        return module.Assertions
            .Where(a => a.Kind != AssertionKind.Cover)
            .Select(a => a with { Enable = Make.Operate(BinaryOperator.And, isRunning, a.Enable) });
    }

    /// <summary>When the parents reset an instance, beside the reset of the whole design.</summary>
    private static Expression LocalReset(ModuleInstance? module) => module is null
        ? Make.False
        : Make.Operate(BinaryOperator.Or, LocalReset(module.Parent), module.ResetWhen ?? Make.False);

    private List<Signal> Order(IEnumerable<Signal> signals, List<Diagnostic> problems)
    {
        var order = new List<Signal>();
        var state = new Dictionary<Signal, bool>();
        var path = new List<Signal>();
        foreach (var signal in signals)
            Visit(signal);
        return order;

        void Visit(Signal signal)
        {
            if (state.TryGetValue(signal, out var isDone))
            {
                if (!isDone)
                    problems.Add(Loop(path[path.IndexOf(signal)..]));
                return;
            }
            if (!_drivers.TryGetValue(signal, out var driver) || signal.Kind == SignalKind.Register)
                return;
            state[signal] = false;
            path.Add(signal);
            foreach (var read in ExpressionGraph.Signals(driver))
                Visit(read);
            path.RemoveAt(path.Count - 1);
            state[signal] = true;
            order.Add(signal);
        }
    }

    private static Diagnostic Loop(List<Signal> loop) => new(
        Rule.CombinationalLoop,
        "combinational loop: " + string.Join(" reads ", loop.AsEnumerable().Reverse().Append(loop[^1]).Select(s => $"{s.Path} ({s.Location})")),
        loop[0].Location);
}
