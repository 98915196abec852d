using Vta.Hdl.Diagnostics;
using Vta.Hdl.Elaboration;
using Vta.Hdl.Ir;

namespace Vta.Hdl;

/// <summary>The ports of one side of an interface, by their names in it.</summary>
internal sealed class InterfacePorts
{
    private readonly List<(Leaf Leaf, Signal Port)> _ports = [];

    public void Add(Leaf leaf, Signal port) => _ports.Add((leaf, port));

    /// <summary>Lets one port of each pair drive the other; says of each pair why that can't be.</summary>
    public void Connect(InterfacePorts other, SourceLocation location)
    {
        var context = BuildContext.Current(location);
        var partners = other._ports.ToDictionary(p => p.Leaf.Name);
        foreach (var (leaf, port) in _ports)
        {
            if (!partners.Remove(leaf.Name, out var partner))
                Report($"the second has no port '{leaf.Name}'");
            else if (Difference(leaf, partner.Leaf) is { } difference)
                Report($"'{leaf.Name}' {difference}");
            else
                Join(leaf.Name, port, partner.Port);
        }
        foreach (var name in partners.Keys)
            Report($"the first has no port '{name}'");

        void Join(string name, Signal a, Signal b)
        {
            if (context.IsTarget(a) == context.IsTarget(b))
                Report($"{Text.Of(a)} and {Text.Of(b)} are both {(context.IsTarget(a) ? "set here, and neither is driven: they face the same way" : Undriven(a, b))}");
            else if (context.IsTarget(a))
                context.Assign(a, b, location);
            else
                context.Assign(b, a, location);
        }

        void Report(string problem) => context.Report(Rule.Connection, $"interfaces are connected that do not fit: {problem}", location);
    }

    private static string Undriven(params IEnumerable<Signal> ports) => ports.Any(p => p.Owner is null)
        ? "not to be set here: call Instance(…) before the ports of a module are used"
        : "driven elsewhere, and neither can be set here";

    private static string? Difference(Leaf first, Leaf second)
    {
        if (first.Width != second.Width)
            return $"has {Text.Plural(first.Width)} in the first and {second.Width} in the second";
        if (first.FractionBits != second.FractionBits)
            return $"has {first.FractionBits ?? 0} bits behind the point in the first and {second.FractionBits ?? 0} in the second";
        return first.Enumeration?.Name == second.Enumeration?.Name
            ? null
            : $"is {first.Enumeration?.Name ?? "no enumeration"} in the first and {second.Enumeration?.Name ?? "no enumeration"} in the second";
    }
}
