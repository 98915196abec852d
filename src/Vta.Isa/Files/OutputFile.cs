namespace Vta.Isa.Files;

/// <summary>
/// Writes one file so that nobody finds it half-written: what is there is replaced when the new one is whole, with its links and permissions kept.
/// Devices and pipes are written through.
/// </summary>
public static class OutputFile
{
    private const int MaxLinks = 40;

    /// <exception cref="VtaInputException">The file cannot be written.</exception>
    public static void Write(string path, byte[] content)
    {
        FileName.Require(path);
        Put(path, staging => File.WriteAllBytes(staging, content), there => there.Write(content));
    }

    /// <summary>Puts a file that is whole into the place of another.</summary>
    /// <exception cref="VtaInputException">The file cannot be written.</exception>
    internal static void Move(string whole, string path) => Put(path, staging => File.Move(whole, staging), there =>
    {
        using var content = File.OpenRead(whole);
        content.CopyTo(there);
    });

    /// <summary>What users are told where a file cannot be written.</summary>
    internal static VtaInputException Unwritable(string path, Exception exception) =>
        new(Directory.Exists(path) ? "is a folder; it has to be a file" : $"cannot be written: {exception.Message.TrimEnd('.')}", path);

    private static void Put(string path, Action<string> create, Action<FileStream> write)
    {
        try
        {
            using var there = Open(path);
            if (there is null)
                Replace(Target(path), create, mode: null);
            else if (there.CanSeek && there.Length > 0)
                Replace(Target(path), create, Mode(path));
            else
                WriteThrough(there, write);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(path, exception);
        }
    }

    /// <summary>What is there, which is to be writable; null where there is nothing.</summary>
    private static FileStream? Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Writes into what is no plain file, or one that holds nothing: in neither is there anything to keep.</summary>
    private static void WriteThrough(FileStream file, Action<FileStream> write)
    {
        try
        {
            write(file);
        }
        catch (IOException) when (file.CanSeek && file.Length > 0)
        {
            file.SetLength(0);
            throw;
        }
    }

    private static void Replace(string target, Action<string> create, UnixFileMode? mode)
    {
        var staging = $"{target}.{Environment.ProcessId}.tmp";
        using var signals = EndingSignals.Wait();
        try
        {
            create(staging);
            if (mode is { } same && !OperatingSystem.IsWindows())
                File.SetUnixFileMode(staging, same);
            File.Move(staging, target, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(staging))
                File.Delete(staging);
            throw new IOException(exception.Message.Replace(staging, target), exception);
        }
    }

    private static UnixFileMode? Mode(string path) => OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(path);

    /// <summary>The file that links lead to, which need not be there.</summary>
    private static string Target(string path)
    {
        for (var links = 0; new FileInfo(path).LinkTarget is { } target; links++)
        {
            if (links == MaxLinks)
                throw new IOException("its links lead in a circle");
            path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, target);
        }
        return path;
    }
}
