using System.Text.RegularExpressions;
using Vta.TestSupport;

namespace Vta.Architecture.Tests;

/// <summary>What docs/architecture.md says of a project's folders: a table with the columns folder, knows and holds, in the section of the project.</summary>
/// <param name="Project">Folder of the project, as the section's heading names it.</param>
/// <param name="Knows">The folders that each folder may use; those above them in the table come first.</param>
/// <param name="Namespaces">The namespaces of folders that are not called by it; the row has it behind the folder.</param>
internal sealed partial record LayerTable(
    string Project, IReadOnlyDictionary<string, IReadOnlyList<string>> Knows, IReadOnlyDictionary<string, string> Namespaces)
{
    internal const string Page = "docs/architecture.md";

    // How the table writes the folder of the project itself.
    private const string Own = ".";

    /// <summary>The tables of the page.</summary>
    internal static IReadOnlyList<LayerTable> All { get; } = [.. Read(File.ReadAllLines(Path.Combine(GoldenFile.Repository, Page)))];

    /// <summary>What the sources do that the table does not allow, and what it allows that they do not use.</summary>
    internal IEnumerable<string> Differences(ProjectSources sources)
    {
        foreach (var folder in sources.Folders.Where(folder => !Knows.ContainsKey(folder)))
            yield return $"{Shown(folder)} has no row";
        foreach (var folder in Knows.Keys.Except(sources.Folders))
            yield return $"{Shown(folder)} has a row and no files";
        var used = sources.Arrows;
        foreach (var arrow in used.Where(arrow => Knows.TryGetValue(arrow.From, out var allowed) && !allowed.Contains(arrow.To)))
            yield return $"{Shown(arrow.From)} does not know {Shown(arrow.To)}, and uses {arrow.Example}";
        foreach (var (from, allowed) in Knows)
        {
            foreach (var to in allowed.Where(to => !used.Any(arrow => arrow.From == from && arrow.To == to)))
                yield return $"{Shown(from)} does not use {Shown(to)}, which it knows";
        }
    }

    /// <summary>Files whose namespace is not that of their folder.</summary>
    internal IEnumerable<string> Misplaced(ProjectSources sources) =>
        from file in sources.Namespaces
        where file.Namespace != NamespaceOf(Path.GetDirectoryName(file.File)!)
        select $"{file.File} is in namespace {file.Namespace}";

    /// <summary>Rows that know one above them: only then is there a cycle.</summary>
    internal IEnumerable<string> Upwards()
    {
        var order = Knows.Keys.ToList();
        return from row in Knows
               from to in row.Value
               where order.IndexOf(to) <= order.IndexOf(row.Key)
               select $"{Shown(row.Key)} knows {Shown(to)}, which is not below it";
    }

    /// <summary>The folders in lines, each of which knows lines below it only, as few lines as that takes.</summary>
    public override string ToString()
    {
        var heights = new Dictionary<string, int>();
        foreach (var (folder, known) in Knows.Reverse())
            heights[folder] = known.Select(below => heights[below] + 1).DefaultIfEmpty(0).Max();
        return string.Concat(heights.GroupBy(folder => folder.Value, folder => Shown(folder.Key)).OrderByDescending(line => line.Key)
            .Select(line => $"{string.Join("   ", line.Reverse())}\n"));
    }

    private string NamespaceOf(string folder) => Namespaces.GetValueOrDefault(folder) ?? $"{Path.GetFileName(Project)}/{folder}".TrimEnd('/').Replace('/', '.');

    private static string Shown(string folder) => folder.Length == 0 ? Own : $"{folder}/";

    private static IEnumerable<LayerTable> Read(IEnumerable<string> lines)
    {
        var project = "";
        Dictionary<string, IReadOnlyList<string>>? rows = null;
        var namespaces = new Dictionary<string, string>();
        foreach (var line in lines.Append(""))
        {
            if (Heading().Match(line) is { Success: true } heading)
                project = heading.Groups["project"].Value;
            if (line.StartsWith("| folder | knows |"))
                (rows, namespaces) = ([], []);
            else if (rows is not null && line.Split('|') is [_, var folder, var knows, ..])
            {
                if (folder.StartsWith('-'))
                    continue;
                string[] names = [.. Folders(folder)];
                rows.Add(names[0], [.. Folders(knows)]);
                if (names.Length > 1)
                    namespaces.Add(names[0], names[1]);
            }
            else if (rows is not null)
            {
                yield return new LayerTable(project, rows, namespaces);
                rows = null;
            }
        }
    }

    private static IEnumerable<string> Folders(string cell) => Code().Matches(cell).Select(code => code.Groups["name"].Value).Select(name => name == Own ? "" : name.TrimEnd('/'));

    [GeneratedRegex("^## .*: (?<project>(src|hw)/[A-Za-z.]+)$")]
    private static partial Regex Heading();

    [GeneratedRegex("`(?<name>[^`]+)`")]
    private static partial Regex Code();
}
