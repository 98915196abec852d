namespace Vta.Hdl.Diagnostics;

/// <summary>Names that someone who mistyped one may have meant.</summary>
internal static class NearestNames
{
    private const int Shown = 3;

    /// <summary>The few of these paths that are nearest to one: those with its last part before the others.</summary>
    public static IEnumerable<string> To(string path, IEnumerable<string> paths)
    {
        var last = LastPart(path);
        return paths.OrderByDescending(p => LastPart(p).Equals(last, StringComparison.OrdinalIgnoreCase))
            .ThenBy(p => Distance(p, path)).ThenBy(p => p, StringComparer.Ordinal).Take(Shown);
    }

    private static string LastPart(string path) => path[(path.LastIndexOf('.') + 1)..];

    /// <summary>Letters to insert, drop or replace to make one word of another (Levenshtein).</summary>
    private static int Distance(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            row[j] = j;
        foreach (var letter in a)
        {
            var diagonal = row[0]++;
            for (var j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (letter == b[j - 1] ? 0 : 1)));
        }
        return row[^1];
    }
}
