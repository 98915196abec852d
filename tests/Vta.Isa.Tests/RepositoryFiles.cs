namespace Vta.Isa.Tests;

/// <summary>Finds files of the repository that tests read.</summary>
internal static class RepositoryFiles
{
    internal static string Root { get; } = FindRoot();

    internal static string Program(string name) => Path.Combine(Root, "tests", "programs", name);

    internal static IEnumerable<string> Programs =>
        Directory.EnumerateDirectories(Program("")).Select(path => Path.GetFileName(path)).Order();

    internal static IEnumerable<string> Presets => Directory.EnumerateFiles(Path.Combine(Root, "config"), "*.json").Order();

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Vta.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
