namespace Vta.Compiler.Programs;

/// <summary>Names of a bundle's files: each is a name for every file system, and no two are the same on any.</summary>
internal sealed class BundleFileNames(IEnumerable<string> taken)
{
    private readonly HashSet<string> taken = new(taken, StringComparer.OrdinalIgnoreCase);

    /// <summary>A file for what has a name, which may have any characters.</summary>
    internal string Take(string name)
    {
        var safe = string.Concat(name.Select(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '-' ? character : '_'));
        var file = $"{safe}.bin.gz";
        for (var number = 2; !taken.Add(file); number++)
            file = $"{safe}.{number}.bin.gz";
        return file;
    }
}
