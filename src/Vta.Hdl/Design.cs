using Vta.Hdl.Checks;
using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;
using Vta.Hdl.Lowering;

namespace Vta.Hdl;

/// <summary>An elaborated, checked design: what back ends read.</summary>
public sealed class Design
{
    private readonly Lazy<Netlist> _netlist;
    private readonly Lazy<IReadOnlyList<Diagnostic>> _warnings;

    /// <summary>Takes a module, with all below it, as a design of its own. <c>Module.Elaborate</c> gives whole designs.</summary>
    public Design(ModuleInstance top)
    {
        Top = top;
        _netlist = new(() => Netlist.From(top));
        _warnings = new(() => DeepStack.Run<IReadOnlyList<Diagnostic>>(() => [.. DeadLogic.In(top), .. ChangedNames.In(top)]));
    }

    /// <summary>A whole design, which keeps all rules.</summary>
    /// <exception cref="HdlException">Every rule that is broken.</exception>
    internal static Design Checked(ModuleInstance top)
    {
        if (DesignChecks.In(top) is { Count: > 0 } problems)
            throw new HdlException(problems);
        var design = new Design(top);
        _ = design.Netlist;
        return design;
    }

    /// <summary>The top module. Its clock and reset are implicit (<see cref="ModuleInstance.Domain"/>).</summary>
    public ModuleInstance Top { get; }

    /// <summary>The design without hierarchy.</summary>
    public Netlist Netlist => _netlist.Value;

    /// <summary>What is legal, but hardly meant: logic that influences nothing.</summary>
    public IReadOnlyList<Diagnostic> Warnings => _warnings.Value;
}
