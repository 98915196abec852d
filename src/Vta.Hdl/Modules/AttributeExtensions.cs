using System.Runtime.CompilerServices;
using Vta.Hdl.Diagnostics;
using Vta.Hdl.Elaboration;
using Vta.Hdl.Ir;

namespace Vta.Hdl;

/// <summary>Attributes: what synthesis and debuggers are told, in their own words.</summary>
public static class AttributeExtensions
{
    /// <summary>
    /// Puts an attribute such as <c>keep</c> or <c>mark_debug</c> before the declaration of a port, wire or register of the module that is being
    /// described. It then stays in the Verilog even where it influences nothing.
    /// </summary>
    /// <exception cref="HdlException">
    /// HW0007: the value is computed, or declared by another module. HW0011: the name is no identifier, or the value cannot stand in a string.
    /// </exception>
    public static void Attribute(
        this Data signal, string name, string value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var location = new SourceLocation(file, line);
        var module = BuildContext.Current(location).Instance;
        var attribute = Checked(name, value, location);
        foreach (var leaf in signal.Leaves)
        {
            if (leaf is not Signal own || own.Owner != module)
                throw new HdlException(Rule.IllegalTarget, $"{Text.Of(leaf)} is no port, wire or register of {module.DefinitionName}, and takes no attribute", location);
            own.Attributes = [.. own.Attributes, attribute];
        }
    }

    /// <summary>Puts an attribute such as <c>ram_style</c> before the declaration of a memory.</summary>
    /// <exception cref="HdlException">HW0011: the name is no identifier, or the value cannot stand in a string.</exception>
    public static void Attribute<T>(
        this Mem<T> memory, string name, string value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : Data => memory.Memory.Attributes = [.. memory.Memory.Attributes, Checked(name, value, new(file, line))];

    private static VerilogAttribute Checked(string name, string value, SourceLocation location)
    {
        if (name.Length == 0 || char.IsAsciiDigit(name[0]) || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            throw new HdlException(Rule.Parameter, $"the name of an attribute is letters, digits and underscores, not '{name}'", location);
        if (value.Any(c => c is '"' or '\\' || char.IsControl(c)))
            throw new HdlException(Rule.Parameter, $"the value of the attribute '{name}' stands in a string: no quotes, backslashes and line ends", location);
        return new(name, value);
    }
}
