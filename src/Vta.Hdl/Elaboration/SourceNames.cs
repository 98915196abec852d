using System.Collections.Concurrent;
using System.ComponentModel;
using Vta.Hdl.Diagnostics;

namespace Vta.Hdl.Elaboration;

/// <summary>
/// The names of local variables by the line that declares them. A source generator in the package fills the table, one entry for each
/// <c>var x = …;</c> in a <see cref="Module"/>, so that registers, wires and instances carry the names of the C# source.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SourceNames
{
    private static readonly ConcurrentDictionary<(string File, int Line), string> s_names = new();

    /// <summary>Called by generated code.</summary>
    public static void Register(string file, int line, string name) => s_names[(file, line)] = name;

    internal static string? Find(SourceLocation location) => s_names.GetValueOrDefault((location.File, location.Line));
}
