using System.Security.Cryptography;

namespace Vta.Runtime.Verilator;

/// <summary>A file with its SHA-256 behind its contents, which loaders of libraries do not look at: loading a damaged one would end the process.</summary>
internal static class SealedFile
{
    /// <summary>Puts the hash behind the contents.</summary>
    public static void Seal(string path)
    {
        var hash = SHA256.HashData(File.ReadAllBytes(path));
        using var file = new FileStream(path, FileMode.Append);
        file.Write(hash);
    }

    /// <summary>The contents of a whole file, without the hash.</summary>
    public static byte[] Content(string path) => File.ReadAllBytes(path)[..^SHA256.HashSizeInBytes];

    /// <summary>Whether the file is there, and as it was sealed.</summary>
    public static bool IsWhole(string path)
    {
        try
        {
            var content = File.ReadAllBytes(path).AsSpan();
            return content.Length > SHA256.HashSizeInBytes
                && SHA256.HashData(content[..^SHA256.HashSizeInBytes]).AsSpan().SequenceEqual(content[^SHA256.HashSizeInBytes..]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
