namespace Vta.Cli.Tests;

/// <summary>Finds files of the repository.</summary>
internal static class Repository
{
    internal static string Root { get; } = FindRoot();

    internal static string Program(string name) => Path.Combine(Root, "tests", "programs", name);

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Vta.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
