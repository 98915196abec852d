using System.ComponentModel;
using System.Globalization;
using Vta.Hdl.Diagnostics;

namespace Vta.Hdl.Naming;

/// <summary>
/// The names of variables by the line that declares them. A source generator in the package writes the table, one entry for each
/// <c>var x = Reg(…);</c> and the like, so that registers, wires, memories and instances carry the names of the C# source. It has the branches of C#
/// conditions that set signals, too.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SourceNames
{
    private static readonly Lock s_lock = new();
    private static readonly List<string> s_unread = [];
    private static readonly Dictionary<SourceLocation, List<(string Method, string Name)>> s_names = [];
    private static readonly Dictionary<string, List<(int First, int Last)>> s_branches = [];

    /// <summary>Called by generated code, once for each assembly.</summary>
    /// <param name="table">
    /// Lines: <c>:file</c>, and below it for each call in that file <c>line method variable</c>, for each branch its first line, <c>if</c> and its last line.
    /// </param>
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
            ReadAll();
            if (!s_names.TryGetValue(location, out var names))
                return [];
            var exact = names.Where(n => n.Method == method).Select(n => n.Name).ToArray();
            return exact.Length > 0 ? exact : [$"{names[0].Name}_{fallback}"];
        }
    }

    /// <summary>True where a branch of a C# condition holds the first place, but not the second: whether the one is reached does not decide about the other.</summary>
    internal static bool IsBranchWithout(SourceLocation inside, SourceLocation outside)
    {
        lock (s_lock)
        {
            ReadAll();
            return s_branches.TryGetValue(inside.File, out var branches)
                && branches.Any(b => Holds(b, inside.Line) && !(outside.File == inside.File && Holds(b, outside.Line)));
        }

        static bool Holds((int First, int Last) branch, int line) => branch.First <= line && line <= branch.Last;
    }

    private static void ReadAll()
    {
        s_unread.ForEach(Read);
        s_unread.Clear();
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
            if (method == "if")
            {
                AddBranch(file, Line(number), Line(name));
                continue;
            }
            var location = new SourceLocation(file, Line(number));
            if (!s_names.TryGetValue(location, out var names))
                s_names[location] = names = [];
            names.Add((method, name));
        }
    }

    private static void AddBranch(string file, int first, int last)
    {
        if (!s_branches.TryGetValue(file, out var branches))
            s_branches[file] = branches = [];
        branches.Add((first, last));
    }

    private static int Line(string number) => int.Parse(number, CultureInfo.InvariantCulture);
}
