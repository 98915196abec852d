using Vta.Isa;

namespace Vta.Runtime.Verilator;

/// <summary>The folder that a simulation is built in. Make knows no quotes: it builds where a path has only letters, digits and a few signs.</summary>
internal static class Workshop
{
    private const string Signs = "/._-+@";

    /// <summary>Makes an empty folder that is this user's alone: in the cache where its path will do, else among temporary files.</summary>
    /// <exception cref="VtaInputException">No path will do.</exception>
    public static string Create(string cache)
    {
        string[] places = [cache, Path.GetTempPath(), "/tmp", "/var/tmp"];
        var place = places.FirstOrDefault(each => IsPlain(each) && Directory.Exists(each))
            ?? throw new VtaInputException($"Verilator cannot build in a folder of such a name, nor in any for temporary files; {SimulationCache.FolderVariable} names another", cache);
        var workshop = Path.Combine(place, $"vta-build.{Guid.NewGuid():N}");
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(workshop);
        else
            Directory.CreateDirectory(workshop, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return workshop;
    }

    private static bool IsPlain(string path) => path.All(each => char.IsAsciiLetterOrDigit(each) || Signs.Contains(each, StringComparison.Ordinal));
}
