using Vta.Hdl.Ir;
using Vta.Hdl.Lowering;

namespace Vta.Hdl.Simulation;

/// <summary>When the clocks that a design makes itself have their edges.</summary>
/// <param name="netlist">The design.</param>
/// <param name="isHigh">The settled value of a bit.</param>
internal sealed class MadeEdges(Netlist netlist, Predicate<Expression> isHigh)
{
    private readonly (ulong Clock, ulong Of, bool OpensInReset, Expression Enable)[] _gates = [.. netlist.MadeClocks.Driven.OfType<GatedClock>()
        .Where(g => netlist.Clocks.Has(g.Domain) is not null)
        .Select(g => (netlist.Clocks.Only(g.Domain), netlist.Clocks.Only(g.Of), !g.Domain.IsResetAsynchronous, netlist.OpenWhen(g)))];

    private readonly (ulong Clock, bool IsRising, Signal Register)[] _registers = [.. netlist.MadeClocks.Driven.OfType<RegisterClock>()
        .Where(c => netlist.Clocks.Has(c.Domain) is not null)
        .Select(c => (netlist.Clocks.Only(c.Domain), c.Domain.Edge == ClockEdge.Rising, c.Register))];

    /// <summary>There are such clocks.</summary>
    public bool Any => _gates.Length + _registers.Length > 0;

    public bool IsGate(ClockDomain domain) => netlist.MadeClocks.Driven.OfType<GatedClock>().Any(g => g.Domain == domain);

    /// <summary>Clocks, and all that are gated from them.</summary>
    public ulong WithGates(ulong clocks) => _gates.Aggregate(clocks, (all, gate) => (all & gate.Of) != 0 ? all | gate.Clock : all);

    /// <summary>Clocks that have an edge now, and those gated from them that have one, too.</summary>
    public ulong OpenAt(ulong clocks, ulong inReset)
    {
        foreach (var (clock, of, opensInReset, enable) in _gates)
        {
            if ((clocks & of) != 0 && ((opensInReset && (inReset & clock) != 0) || isHigh(enable)))
                clocks |= clock;
        }
        return clocks;
    }

    /// <summary>The clocks whose registers are high.</summary>
    public ulong Levels()
    {
        var high = 0UL;
        foreach (var (clock, _, register) in _registers)
        {
            if (isHigh(register))
                high |= clock;
        }
        return high;
    }

    /// <summary>The clocks that have had their edge since these were high.</summary>
    public ulong EdgesSince(ulong before)
    {
        if (_registers.Length == 0)
            return 0;
        var now = Levels();
        var edges = 0UL;
        foreach (var (clock, isRising, _) in _registers)
            edges |= clock & (isRising ? now & ~before : before & ~now);
        return edges;
    }
}
