using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;
using Vta.Hdl.Naming;

namespace Vta.Hdl;

/// <summary>
/// Ports are declared by field initialisers, which run before the constructor of <see cref="Module"/>: they wait here until it takes them. Those of a
/// module whose initialisers throw are not given to the next one.
/// </summary>
internal static class PortList
{
    [ThreadStatic]
    private static List<Signal>? t_waiting;

    /// <summary>Something was thrown while ports waited: they may be those of a module that never came to be.</summary>
    [ThreadStatic]
    private static bool t_isDoubtful;

    static PortList() => AppDomain.CurrentDomain.FirstChanceException += (_, _) => t_isDoubtful |= t_waiting is not null;

    public static T Declare<T>(HwType<T> type, SignalKind kind, string name, SourceLocation location)
        where T : Data
    {
        var parts = new Expression[type.Leaves.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            var leaf = type.Leaves[i];
            var port = new Signal(Names.Join(name, leaf.Name), leaf.Width, kind, location)
            {
                Enumeration = leaf.Enumeration,
                Unwritable = Names.CanBeWritten(name) && Names.CanBeWritten(leaf.Name) ? null : $"{name}{leaf.Name}",
            };
            (t_waiting ??= []).Add(port);
            parts[i] = port;
        }
        return type.Bind(parts);
    }

    public static Inout<T> DeclareInout<T>(PackedType<T> type, Pull pull, string name, SourceLocation location)
        where T : Packed
    {
        var port = (Signal)Declare(type, SignalKind.Inout, name, location).Expression;
        return new(port.Pin = new(port, pull), type);
    }

    /// <summary>Hands over what the field initialisers of a module have declared.</summary>
    public static List<Signal> Take(Module owner)
    {
        var ports = t_waiting ?? [];
        if (t_isDoubtful)
        {
            var own = PortOwner.PortsOf(owner);
            ports.RemoveAll(port => !own.Contains(port));
        }
        (t_waiting, t_isDoubtful) = (null, false);
        return ports;
    }

    /// <summary>Refuses ports that were declared too late to belong to a module.</summary>
    /// <exception cref="HdlException">HW0006: there is one.</exception>
    public static void RequireNone()
    {
        var late = t_isDoubtful ? null : t_waiting?[0];
        (t_waiting, t_isDoubtful) = (null, false);
        if (late is not null)
        {
            throw new HdlException(
                Rule.OutsideBuild, $"the port '{late.Name}' belongs to no module: ports are made by the initialisers of fields, not in the body of a constructor or later", late.Location);
        }
    }
}
