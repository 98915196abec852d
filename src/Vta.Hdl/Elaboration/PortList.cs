using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Elaboration;

/// <summary>
/// Ports are declared by field initialisers, which run before the constructor of <see cref="Module"/>: they wait here until it takes them.
/// </summary>
internal static class PortList
{
    [ThreadStatic]
    private static List<Signal>? t_waiting;

    public static T Declare<T>(HwType<T> type, SignalKind kind, string name, SourceLocation location)
        where T : Data
    {
        var parts = new Expression[type.Leaves.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            var leaf = type.Leaves[i];
            var port = new Signal(Names.Join(name, leaf.Name), leaf.Width, kind, location) { Enumeration = leaf.Enumeration };
            (t_waiting ??= []).Add(port);
            parts[i] = port;
        }
        return type.Bind(parts);
    }

    /// <summary>Hands over what was declared since the last call on this thread.</summary>
    public static List<Signal> Take()
    {
        var ports = t_waiting ?? [];
        t_waiting = null;
        return ports;
    }
}
