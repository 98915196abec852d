namespace Vta.Isa.Files;

/// <summary>What no file can be called.</summary>
internal static class FileName
{
    /// <exception cref="VtaInputException">The path is empty, or has a NUL in it.</exception>
    internal static void Require(string path)
    {
        if (path.Length == 0)
            throw new VtaInputException("the name of a file is empty");
        if (path.Contains('\0', StringComparison.Ordinal))
            throw new VtaInputException("is not the name of a file: it has a NUL in it", path);
    }
}
