using Vta.Hdl.Ir;

namespace Vta.Hdl.Verilog;

/// <summary>The clocks of a module: its own first, the others by name.</summary>
internal sealed class ClockPorts
{
    private readonly ModuleInstance _module;
    private readonly SortedDictionary<string, ClockPort> _ports = new(StringComparer.Ordinal);

    public ClockPorts(ModuleInstance module) => _module = module;

    public IEnumerable<ClockPort> All => _ports.Values;

    public ClockPort Of(ClockDomain domain) => _ports[Key(domain)];

    public void Use(ClockDomain domain, bool withReset)
    {
        var known = _ports.GetValueOrDefault(Key(domain));
        _ports[Key(domain)] = new(domain == _module.Domain ? null : domain, withReset || known is { HasReset: true });
    }

    /// <summary>What an instance inside needs.</summary>
    public void Use(ModuleInstance instance, IEnumerable<ClockPort> needed)
    {
        foreach (var port in needed)
            Use(DomainOf(instance, port), port.HasReset);
    }

    /// <summary>The domain that a clock of an instance is.</summary>
    public static ClockDomain DomainOf(ModuleInstance instance, ClockPort port) => port.Domain ?? instance.Domain;

    private string Key(ClockDomain domain) => domain == _module.Domain ? "" : domain.Name;
}
