using Vta.Isa.Programs;

namespace Vta.Simulator.Tests;

/// <summary>The sample programs of the repository.</summary>
internal static class RepositoryPrograms
{
    private static readonly string Folder = FindFolder();

    internal static IEnumerable<string> Names => Directory.EnumerateDirectories(Folder).Select(path => Path.GetFileName(path)).Order();

    internal static ProgramBundle Load(string name) => ProgramBundle.Load(Path.Combine(Folder, name));

    private static string FindFolder()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Vta.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return Path.Combine(folder, "tests", "programs");
    }
}
