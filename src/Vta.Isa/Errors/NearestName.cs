namespace Vta.Isa;

/// <summary>Names a user may have meant: "did you mean …?" for all commands and files.</summary>
public static class NearestName
{
    /// <summary>Longer than any name: what is compared takes time by its length.</summary>
    private const int MaxLength = 80;

    /// <summary>A hint for a name that is not among <paramref name="names"/>: the nearest one, or all of them where none is near.</summary>
    public static string Suggest(string name, IReadOnlyCollection<string> names)
    {
        if (name.Length > MaxLength)
            return Known(names);
        var (nearest, distance) = names
            .Select(candidate => (candidate, Distance: Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .MinBy(pair => pair.Distance);
        return distance <= Math.Max(1, name.Length / 3)
            ? $"did you mean {nearest}?"
            : Known(names);
    }

    private static string Known(IEnumerable<string> names) => $"known are {string.Join(", ", names)}";

    /// <summary>Levenshtein distance.</summary>
    private static int Distance(string a, string b)
    {
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
                current[j] = Math.Min(Math.Min(previous[j], current[j - 1]) + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            previous = current;
        }
        return previous[^1];
    }
}
