using Vta.Isa;

namespace Vta.Cli.Output;

/// <summary>Writes one file so that it is never half-written: it is moved to its name when it is whole.</summary>
internal static class OutputFile
{
    /// <exception cref="VtaInputException">The file cannot be written.</exception>
    public static void Write(string path, string text)
    {
        var staging = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            File.WriteAllText(staging, text);
            File.Move(staging, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(staging)) File.Delete(staging);
            throw new VtaInputException($"cannot be written: {exception.Message.TrimEnd('.').Replace(staging, path)}", path);
        }
    }
}
