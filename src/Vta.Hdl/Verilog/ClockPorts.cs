using Vta.Hdl.Ir;
using Vta.Hdl.Lowering;

namespace Vta.Hdl.Verilog;

/// <summary>The clocks of a module: its own first, the others by name.</summary>
internal sealed class ClockPorts(ModuleInstance module, VerilogDialect dialect)
{
    private readonly SortedDictionary<string, ClockPort> _ports = new(StringComparer.Ordinal);

    public IEnumerable<ClockPort> All => _ports.Values;

    public ClockPort Of(ClockDomain domain) => _ports[Key(domain)];

    /// <param name="domain">The clock.</param>
    /// <param name="withReset">Its reset is needed.</param>
    /// <param name="withClock">The clock itself is needed.</param>
    public void Use(ClockDomain domain, bool withReset, bool withClock = true)
    {
        var made = module.MadeClocks.FirstOrDefault(m => m.Domain == domain);
        if (made is GatedClock gate)
            Use(gate.Of, withReset || domain is { HasReset: true, IsResetAsynchronous: false });
        var port = _ports.GetValueOrDefault(Key(domain))
            ?? ClockPort.Of(domain, module) with { IsStepped = dialect.HasSteps, Made = made, IsResetOnly = true };
        port = port with { IsResetOnly = port.IsResetOnly && !withClock };
        if (made is GatedClock { Of: var of })
            port = port with { GatedFrom = Of(of) };
        _ports[Key(domain)] = withReset ? port with { NeedsReset = true, NeedsClear = TakesClear(module, domain) } : port;
    }

    /// <summary>What an instance inside needs.</summary>
    public void Use(ModuleInstance instance, IEnumerable<ClockPort> needed)
    {
        foreach (var port in needed)
            Use(DomainOf(instance, port), port.NeedsReset && port.GatedFrom is null, port.Ports.Contains(port.Clock));
    }

    /// <summary>The domain that a clock of an instance is.</summary>
    public static ClockDomain DomainOf(ModuleInstance instance, ClockPort port) => port.IsOwn ? instance.Domain : port.Domain;

    /// <summary>
    /// True where parents reset a module of a domain whose reset is no signal that could be joined with theirs: an asynchronous one would let through
    /// every glitch.
    /// </summary>
    public static bool TakesClear(ModuleInstance module, ClockDomain domain)
    {
        if (domain.HasReset && !domain.IsResetAsynchronous)
            return false;
        for (var inside = module; inside.Parent is { } parent; inside = parent)
        {
            if (inside.ResetWhen is not null)
                return true;
        }
        return false;
    }

    private string Key(ClockDomain domain) => domain == module.Domain ? "" : domain.Name;
}
