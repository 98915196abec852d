using System.Diagnostics;
using Vta.Isa;

namespace Vta.Runtime.Verilator;

/// <summary>
/// Built simulations, in a folder of the user's: each file is named after all that went into it. Builds happen elsewhere and are then renamed, so a
/// file is whole or absent; of several processes that want the same one, one builds.
/// </summary>
internal sealed class SimulationCache
{
    /// <summary>Names another folder.</summary>
    public const string FolderVariable = "VTA_CACHE_DIR";

    private static readonly TimeSpan Unused = TimeSpan.FromDays(30);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    /// <summary>The longest that another process is waited for; no build takes as long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    private readonly string folder;
    private readonly TimeSpan patience;

    /// <param name="folder">Where it is; null for the user's own.</param>
    /// <param name="patience">The longest that another process is waited for; null for hours.</param>
    /// <exception cref="VtaInputException">The folder cannot be made.</exception>
    public SimulationCache(string? folder = null, TimeSpan? patience = null)
    {
        this.patience = patience ?? Patience;
        this.folder = folder ??= Folder();
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new VtaInputException($"the folder for simulations cannot be made ({exception.Message}); {FolderVariable} names another", folder);
        }
    }

    /// <summary>The library of a key; built first where there is none, or only a damaged one.</summary>
    /// <param name="key">Name of what is built.</param>
    /// <param name="build">Builds in an empty folder; gives the path of the library there.</param>
    /// <param name="extension">How the file ends.</param>
    /// <exception cref="VtaInputException">The folder cannot be used.</exception>
    public string Get(string key, Func<string, string> build, string extension = ".so")
    {
        var library = Path.Combine(folder, $"{key}{extension}");
        if (IsReady(library))
            return library;
        try
        {
            using var turn = Lock(Path.Combine(folder, $"{key}.lock"));
            if (!IsReady(library))
                Build(key, library, build);
            return library;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new VtaInputException($"a simulation cannot be built there ({exception.Message.TrimEnd('.')}); {FolderVariable} names another", folder);
        }
    }

    private void Build(string key, string library, Func<string, string> build)
    {
        RemoveUnused();
        var workshop = Workshop.Create(folder);
        var staging = Path.Combine(folder, $"{key}.{Guid.NewGuid():N}");
        try
        {
            // The two may be on different disks, where a move is a copy.
            File.Copy(build(workshop), staging);
            SealedFile.Seal(staging);
            File.Move(staging, library, overwrite: true);
        }
        finally
        {
            File.Delete(staging);
            Directory.Delete(workshop, recursive: true);
        }
    }

    private static string Folder()
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } given)
            return Path.GetFullPath(given);
        var caches = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } xdg ? xdg : Path.Combine(Home(), ".cache");
        return Path.Combine(caches, "vta.net", "verilator");
    }

    private static string Home() => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) is { Length: > 0 } home
        ? home
        : throw new VtaInputException($"there is no home folder to keep simulations in; {FolderVariable} names a folder");

    /// <summary>Whether a library is there and whole; its time says when it was used last.</summary>
    private static bool IsReady(string library)
    {
        if (!SealedFile.IsWhole(library))
            return false;
        try
        {
            File.SetLastWriteTimeUtc(library, DateTime.UtcNow);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Someone else's cache, which can be used all the same.
        }
        return true;
    }

    /// <exception cref="VtaInputException">Another process holds it for too long.</exception>
    private FileStream Lock(string path)
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (File.Exists(path))
            {
                if (Stopwatch.GetElapsedTime(start) > patience)
                    throw new VtaInputException($"another process builds this simulation for {patience.TotalMinutes:0} minutes already; end it first", path);
                Thread.Sleep(PollInterval);
            }
        }
    }

    /// <summary>Drops libraries that were not used for long, and what builds that were killed left behind.</summary>
    private void RemoveUnused()
    {
        var limit = DateTime.UtcNow - Unused;
        foreach (var library in Directory.EnumerateFiles(folder).Where(file => File.GetLastWriteTimeUtc(file) < limit))
            File.Delete(library);
        foreach (var workshop in Directory.EnumerateDirectories(folder).Where(entry => Directory.GetLastWriteTimeUtc(entry) < limit))
            Directory.Delete(workshop, recursive: true);
    }
}
