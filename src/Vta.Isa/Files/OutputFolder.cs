namespace Vta.Isa.Files;

/// <summary>Writes files into a folder so that none is ever half-written: all are written elsewhere before the first is moved to its name.</summary>
public static class OutputFolder
{
    /// <param name="folder">The folder; made where it is missing. Its other files stay.</param>
    /// <param name="files">Names and contents; one of a name replaces an earlier one. They appear in this order.</param>
    /// <exception cref="VtaInputException">The folder cannot be written.</exception>
    public static void Write(string folder, IReadOnlyList<(string Name, byte[] Content)> files)
    {
        FileName.Require(folder);
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var staging = Staging(target);
        using var signals = EndingSignals.Wait();
        try
        {
            Directory.CreateDirectory(staging);
            foreach (var (name, content) in files)
                File.WriteAllBytes(Path.Combine(staging, name), content);
            if (!Directory.Exists(target))
            {
                Directory.Move(staging, target);
                return;
            }
            foreach (var name in files.Select(file => file.Name).Distinct())
                File.Move(Path.Combine(staging, name), Path.Combine(target, name), overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new VtaInputException(
                File.Exists(target) ? "is a file; it has to be a folder" : $"cannot be written: {exception.Message.TrimEnd('.').Replace(staging, target)}",
                folder);
        }
        finally
        {
            if (Directory.Exists(staging))
                Directory.Delete(staging, recursive: true);
        }
    }

    // Inside a folder that is there: its parent need not be writable. Beside one that is not, so that it appears as a whole.
    private static string Staging(string target) =>
        Directory.Exists(target) ? Path.Combine(target, $".{Environment.ProcessId}.tmp") : $"{target}.{Environment.ProcessId}.tmp";
}
