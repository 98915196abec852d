using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Vta.Isa.Files;

namespace Vta.Isa.Programs;

/// <summary>A file of a bundle as it is stored: compressed where its name ends in <c>.gz</c>.</summary>
internal static class ProgramFile
{
    private const string Compressed = ".gz";

    // What stands behind a compressed file while it is read. A decoder takes an early end of its input for the end: this text comes out
    // last where all before it is whole, and only there.
    private static readonly byte[] EndMark = Encoding.ASCII.GetBytes("end of file");
    private static readonly byte[] CompressedEndMark = Compress(EndMark);

    /// <summary>The SHA-256 of a stored file, in lower-case hexadecimal.</summary>
    internal static string Sha256(byte[] stored) => Convert.ToHexStringLower(SHA256.HashData(stored));

    /// <summary>What is stored for some data; the same data gives the same bytes.</summary>
    internal static byte[] Encode(string name, byte[] data) => IsCompressed(name) ? Compress(data) : data;

    /// <summary>The data of a stored file.</summary>
    /// <param name="path">Where it was read, for messages.</param>
    /// <param name="stored">What was read.</param>
    /// <param name="maxBytes">Bytes of data at most; no more is unpacked.</param>
    /// <returns>The data; null where it is more.</returns>
    /// <exception cref="VtaInputException">The file is not compressed as its name says, or is cut short.</exception>
    internal static byte[]? Decode(string path, byte[] stored, long maxBytes) =>
        IsCompressed(path) ? Decompress(path, stored, maxBytes) : stored.LongLength <= maxBytes ? stored : null;

    private static bool IsCompressed(string name) => name.EndsWith(Compressed, StringComparison.Ordinal);

    private static byte[] Compress(byte[] data)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.SmallestSize))
            gzip.Write(data);
        return zipped.ToArray();
    }

    private static byte[]? Decompress(string path, byte[] stored, long maxBytes)
    {
        try
        {
            using var gzip = new GZipStream(new MemoryStream([.. stored, .. CompressedEndMark]), CompressionMode.Decompress);
            var data = BoundedStream.ReadAll(gzip, maxBytes + EndMark.Length);
            if (data is null)
                return null;
            if (data.AsSpan().EndsWith(EndMark))
                return data[..^EndMark.Length];
        }
        catch (InvalidDataException)
        {
            // Said below.
        }
        throw new VtaInputException("is not gzip-compressed, or cut short", path);
    }
}
