namespace Vta.Isa.Files;

/// <summary>Reads streams whose length nobody vouches for.</summary>
internal static class BoundedStream
{
    private const int ChunkBytes = 1 << 16;

    /// <summary>All that a stream gives; null where that is more than <paramref name="maxBytes"/>, of which no more is kept.</summary>
    internal static byte[]? ReadAll(Stream stream, long maxBytes)
    {
        using var content = new MemoryStream();
        var chunk = new byte[ChunkBytes];
        for (int count; (count = stream.Read(chunk)) > 0;)
        {
            if (content.Length + count > maxBytes)
                return null;
            content.Write(chunk, 0, count);
        }
        return content.ToArray();
    }
}
