namespace Vta.Isa.Files;

/// <summary>
/// A file that takes a while to write, such as the waveform of a simulation. It grows in a folder beside its place, which goes away again, and takes
/// its place when it is whole: what ends before leaves nothing, and what was there stays.
/// </summary>
public sealed class StagedFile : IDisposable
{
    private readonly string folder;
    private readonly EndingSignals signals;

    /// <param name="target">Its place.</param>
    /// <exception cref="VtaInputException">It cannot be written there.</exception>
    public StagedFile(string target)
    {
        FileName.Require(target);
        Target = target;
        folder = $"{System.IO.Path.GetFullPath(target)}.{Environment.ProcessId}.part";
        Path = System.IO.Path.Combine(folder, System.IO.Path.GetFileName(target));
        try
        {
            RequirePlace(target);
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw OutputFile.Unwritable(target, exception);
        }
        signals = EndingSignals.Before(Remove);
    }

    /// <summary>Its place.</summary>
    public string Target { get; }

    /// <summary>The file to write, of the same name.</summary>
    public string Path { get; }

    /// <summary>Puts it into its place, when it is whole.</summary>
    /// <exception cref="VtaInputException">It cannot be written there.</exception>
    public void Complete() => OutputFile.Move(Path, Target);

    /// <summary>Removes what is not in its place.</summary>
    public void Dispose()
    {
        signals.Dispose();
        Remove();
    }

    /// <summary>Finds out early what would otherwise be found out at the end.</summary>
    private static void RequirePlace(string target)
    {
        if (Directory.Exists(target))
            throw new IOException("a folder");
        if (System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(target)) is { } parent && !Directory.Exists(parent))
            throw new DirectoryNotFoundException($"there is no folder '{parent}'");
        // Pipes and devices have no length; opening one may take until somebody reads.
        if (File.Exists(target) && new FileInfo(target).Length > 0)
            File.OpenWrite(target).Dispose();
    }

    private void Remove()
    {
        try
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // A signal and the end of the command have both removed it.
        }
    }
}
