using System.ComponentModel;
using System.Globalization;
using Vta.Hdl.Diagnostics;

namespace Vta.Hdl.Elaboration;

/// <summary>
/// The names of variables by the line that declares them. A source generator in the package writes the table, one entry for each
/// <c>var x = Reg(…);</c> and the like, so that registers, wires, memories and instances carry the names of the C# source.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SourceNames
{
    private static readonly Lock s_lock = new();
    private static readonly List<string> s_unread = [];
    private static readonly Dictionary<SourceLocation, List<(string Method, string Name)>> s_names = [];

    /// <summary>Called by generated code, once for each assembly.</summary>
    /// <param name="table">Lines: <c>:file</c>, and below it for each call in that file <c>line method variable</c>.</param>
    public static void Register(string table)
    {
        lock (s_lock)
            s_unread.Add(table);
    }

    /// <summary>
    /// The variables on a line that get the result of a method, in their order; where they only get what is computed from it, their name
    /// with <paramref name="fallback"/> behind it. Empty where the line declares none.
    /// </summary>
    internal static IReadOnlyList<string> Find(SourceLocation location, string method, string fallback)
    {
        lock (s_lock)
        {
            s_unread.ForEach(Read);
            s_unread.Clear();
            if (!s_names.TryGetValue(location, out var names))
                return [];
            var exact = names.Where(n => n.Method == method).Select(n => n.Name).ToArray();
            return exact.Length > 0 ? exact : [$"{names[0].Name}_{fallback}"];
        }
    }

    private static void Read(string table)
    {
        var file = "";
        foreach (var line in table.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] == ':')
            {
                file = line[1..];
                continue;
            }
            if (line.Split(' ') is not [var number, var method, var name])
                throw new FormatException($"'{line}' is not an entry of a table of names");
            var location = new SourceLocation(file, int.Parse(number, CultureInfo.InvariantCulture));
            if (!s_names.TryGetValue(location, out var names))
                s_names[location] = names = [];
            names.Add((method, name));
        }
    }
}
