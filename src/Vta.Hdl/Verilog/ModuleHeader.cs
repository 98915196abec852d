using System.Text;
using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Verilog;

/// <summary>The comment above a module: where it comes from, and its parameters.</summary>
internal static class ModuleHeader
{
    /// <summary>The file that describes a module: most comments inside are relative to it.</summary>
    public static string SourceFile(ModuleInstance module)
    {
        var locations = module.Ports.Concat(module.Signals).Select(s => s.Location);
        return locations.FirstOrDefault(l => l.IsKnown, SourceLocation.Unknown).File;
    }

    public static string Write(ModuleInstance module, string name)
    {
        var first = module.Ports.Concat(module.Signals).Select(s => s.Location).FirstOrDefault(l => l.IsKnown, SourceLocation.Unknown);
        var text = new StringBuilder();
        text.Append("// ").Append(name);
        if (first.IsKnown)
            text.Append(", described in ").Append(first);
        text.Append("\n");
        foreach (var (parameter, value) in module.Parameters)
            text.Append("//   ").Append(parameter).Append(" = ").Append(value.ReplaceLineEndings(" ")).Append('\n');
        text.Append("// Generated: change the description instead.\n");
        return text.ToString();
    }
}
