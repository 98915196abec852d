using System.Text;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Verilog;

/// <summary>The comment above a module: where it comes from, and its parameters.</summary>
internal static class ModuleHeader
{
    /// <summary>The file that describes a module, where most of its signals are declared; empty where none is known.</summary>
    public static string SourceFile(ModuleInstance module) => module.Ports.Concat(module.Signals).Select(signal => signal.Location)
        .Where(location => location.IsKnown).GroupBy(location => location.File).MaxBy(file => file.Count())?.Key ?? "";

    public static string Write(ModuleInstance module, string name)
    {
        var file = SourceFile(module);
        var text = new StringBuilder();
        text.Append("// ").Append(name);
        if (file.Length > 0)
            text.Append(", described in ").Append(file.Replace('\\', '/').TrimStart('/'));
        text.Append("\n");
        foreach (var (parameter, value) in module.Parameters)
            text.Append("//   ").Append(parameter).Append(" = ").Append(value.ReplaceLineEndings(" ")).Append('\n');
        text.Append("// Generated: change the description instead.\n");
        return text.ToString();
    }
}
