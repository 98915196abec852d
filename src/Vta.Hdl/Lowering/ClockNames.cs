using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Lowering;

/// <summary>Finds clock domains that would share a name or a port: what one of them says of its edge or reset would hold for both.</summary>
internal static class ClockNames
{
    public static IEnumerable<Diagnostic> In(Netlist netlist)
    {
        var names = new Dictionary<string, ClockDomain>(StringComparer.Ordinal);
        foreach (var domain in netlist.Domains)
        {
            var port = ClockPort.Of(domain, netlist.Top) with { NeedsReset = true };
            if (port.Names.Prepend(domain.Name).Distinct().FirstOrDefault(n => !names.TryAdd(n, domain)) is { } taken)
                yield return new(Rule.ClockName, Message(domain, names[taken], taken), PlaceOf(domain, netlist));
        }
    }

    private static string Message(ClockDomain domain, ClockDomain other, string name) => domain.Name == other.Name
        ? $"the clock '{domain}' is declared in two ways, with {Differences(other, domain)} and with {Differences(domain, other)}: declare it once, and pass the object on"
        : $"the clocks '{other}' and '{domain}' both have the name or port '{name}': give one of them another";

    private static string Differences(ClockDomain domain, ClockDomain from) => string.Join(", ", PropertiesOf(domain).Except(PropertiesOf(from)));

    private static IEnumerable<string> PropertiesOf(ClockDomain domain) =>
    [
        $"edge {domain.Edge}",
        $"reset {domain.Reset}",
        $"clock port {domain.ClockPort ?? "by default"}",
        $"reset port {domain.ResetPort ?? "by default"}",
    ];

    private static SourceLocation PlaceOf(ClockDomain domain, Netlist netlist) => netlist.Registers.Where(r => r.Domain == domain).Select(r => r.Location)
        .Concat(netlist.Memories.SelectMany(m => m.ReadPorts.Where(p => p.Data.Domain == domain).Select(p => p.Location)
            .Concat(m.WritePorts.Where(p => p.Domain == domain).Select(p => p.Location))))
        .Concat(netlist.Assertions.Where(a => a.Domain == domain).Select(a => a.Location))
        .First();
}
