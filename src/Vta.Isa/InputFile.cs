namespace Vta.Isa;

/// <summary>Reads files that a user named.</summary>
internal static class InputFile
{
    /// <exception cref="VtaInputException">The file is not there or not readable.</exception>
    internal static byte[] ReadAllBytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new VtaInputException("no such file", path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new VtaInputException($"cannot be read: {exception.Message.TrimEnd('.')}", path);
        }
    }
}
