using System.Buffers.Binary;

namespace Vta.Runtime.Verilator;

/// <summary>Waveforms as Verilator writes them, which does not say where a disk is full.</summary>
internal static class FstFile
{
    private const int LengthBytes = sizeof(ulong);

    /// <summary>Whether a file is whole: a kind and a length before each section, of which the last ends where the file does.</summary>
    public static bool IsWhole(Stream file)
    {
        Span<byte> head = stackalloc byte[1 + LengthBytes];
        while (file.Position < file.Length)
        {
            if (file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length)
                return false;
            var rest = BinaryPrimitives.ReadUInt64BigEndian(head[1..]) - LengthBytes;
            if (rest > (ulong)(file.Length - file.Position))
                return false;
            file.Position += (long)rest;
        }
        return file.Length > 0;
    }
}
