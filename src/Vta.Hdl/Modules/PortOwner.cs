using System.Collections;
using System.Reflection;
using Vta.Hdl.Ir;

namespace Vta.Hdl;

/// <summary>Finds the ports that the fields of a module hold, directly or in interfaces and lists.</summary>
internal static class PortOwner
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static HashSet<Signal> PortsOf(Module module)
    {
        var ports = new HashSet<Signal>();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        Visit(module);
        return ports;

        void Visit(object? value)
        {
            if (value is null or string || value.GetType().IsPrimitive || !seen.Add(value))
                return;
            if (value is Data data)
            {
                ports.UnionWith(data.Leaves.OfType<Signal>());
                return;
            }
            if (value is IEnumerable list)
            {
                foreach (var item in list)
                    Visit(item);
                return;
            }
            for (var type = value.GetType(); type is not null && type != typeof(object) && type.Namespace?.StartsWith("System", StringComparison.Ordinal) != true; type = type.BaseType)
            {
                foreach (var field in type.GetFields(Fields))
                    Visit(field.GetValue(value));
            }
        }
    }
}
