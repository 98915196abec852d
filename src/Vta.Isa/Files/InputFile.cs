namespace Vta.Isa.Files;

/// <summary>Reads files that a user named.</summary>
public static class InputFile
{
    /// <summary>The most that is read of any file: a quarter of what 32-bit addresses reach.</summary>
    public const int MaxBytes = 1 << 30;

    /// <param name="path">The file; it may be a pipe.</param>
    /// <param name="maxBytes">What it may hold at most.</param>
    /// <exception cref="VtaInputException">The file is not there, not readable or too large.</exception>
    public static byte[] ReadAllBytes(string path, int maxBytes = MaxBytes)
    {
        FileName.Require(path);
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return BoundedStream.ReadAll(file, maxBytes) ?? throw new VtaInputException($"is too large; at most {maxBytes} bytes are read", path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new VtaInputException("no such file", path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new VtaInputException(
                Directory.Exists(path) ? "is a folder; it has to be a file" : $"cannot be read: {exception.Message.TrimEnd('.')}", path);
        }
    }
}
