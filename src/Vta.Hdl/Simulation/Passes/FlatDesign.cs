using Vta.Hdl.Ir;
using Vta.Hdl.Lowering;

namespace Vta.Hdl.Simulation.Passes;

/// <summary>
/// A design as the simulator compiles it: what leaves the combinational logic, as expressions over nothing but state (top inputs, registers,
/// read data, memories). Equal expressions are one object.
/// </summary>
internal sealed class FlatDesign
{
    private FlatDesign(Netlist netlist, bool keepSignals)
    {
        Netlist = netlist;
        var sharing = new Sharing(netlist);
        Outputs = [.. netlist.Top.Ports.Where(p => p.Kind == SignalKind.Output).Concat(netlist.Watched).Concat(keepSignals ? netlist.Computed : []).Distinct()
            .Select(p => (p, sharing.Of(p)))];
        Registers = [.. netlist.Registers.Select(r => (r, sharing.Of(netlist.Driver(r)))).Where(r => r.r != r.Item2)];
        Reads = [.. netlist.Memories.SelectMany(m => m.ReadPorts)
            .Select(p => p with { Address = sharing.Of(p.Address), Enable = sharing.Of(p.Enable) })
            .Where(p => !Make.IsZero(p.Enable))];
        Writes = [.. netlist.Memories.SelectMany(m => m.WritePorts).Select(p => p with
        {
            Address = sharing.Of(p.Address),
            Data = sharing.Of(p.Data),
            Enable = sharing.Of(p.Enable),
            Mask = p.Mask is null ? null : sharing.Of(p.Mask),
        }).Where(p => !Make.IsZero(p.Enable))];
        Assertions = [.. netlist.Assertions.Select(a =>
            (a, sharing.Of(Make.Operate(BinaryOperator.And, a.Enable, Make.Not(a.Condition)))))
            .Where(a => !Make.IsZero(a.Item2))];
        LaneVariables = sharing.LaneVariables;
    }

    public Netlist Netlist { get; }

    /// <summary>Outputs of the top module, what the simulator looks at, and all other computed signals where they are kept.</summary>
    public IReadOnlyList<(Signal Output, Expression Value)> Outputs { get; }

    /// <summary>Registers that something drives.</summary>
    public IReadOnlyList<(Signal Register, Expression Next)> Registers { get; }

    /// <summary>Read ports that something may enable.</summary>
    public IReadOnlyList<MemoryReadPort> Reads { get; }

    /// <summary>Write ports that something may enable; those of one memory in the order of their priority, the last one wins.</summary>
    public IReadOnlyList<MemoryWritePort> Writes { get; }

    /// <summary>Assertions, and the bit that is high where they are broken.</summary>
    public IReadOnlyList<(Assertion Assertion, Expression IsBroken)> Assertions { get; }

    public LaneVariables LaneVariables { get; }

    public static FlatDesign From(Netlist netlist, bool keepSignals = false) => new(netlist, keepSignals);
}
