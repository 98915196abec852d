using Google.FlatBuffers;
using Vta.Isa;

namespace Vta.Networks.Tflite;

/// <summary>
/// A file of FlatBuffers tables that nobody vouches for. What is read is checked to lie inside the file. References may lead many times to
/// one place, so a budget bounds what is read altogether by the size of the file.
/// </summary>
internal sealed class FlatFile
{
    private const int HeaderBytes = 8;
    private const int ReadingsOfAByte = 4;

    private readonly byte[] content;
    private long budget;

    /// <param name="content">The file.</param>
    /// <param name="identifier">The four letters that files of this schema have.</param>
    /// <exception cref="VtaInputException">It is not such a file.</exception>
    internal FlatFile(byte[] content, string identifier)
    {
        this.content = content;
        Buffer = new ByteBuffer(content);
        budget = (long)ReadingsOfAByte * content.Length;
        if (!HasIdentifier(content, identifier))
            throw Fault($"there is no {identifier} at byte 4");
    }

    /// <summary>The bytes, by position.</summary>
    internal ByteBuffer Buffer { get; }

    /// <summary>The outermost table.</summary>
    internal FlatTable Root => new(this, Follow(0));

    /// <summary>Whether a file claims to be of a schema.</summary>
    internal static bool HasIdentifier(byte[] content, string identifier) =>
        content.Length >= HeaderBytes && Table.__has_identifier(new ByteBuffer(content), identifier);

    /// <summary>A part of the file.</summary>
    internal ReadOnlyMemory<byte> Slice(long position, long bytes)
    {
        Require(position, bytes);
        return content.AsMemory((int)position, (int)bytes);
    }

    /// <summary>The place that the reference at a position leads to.</summary>
    internal int Follow(int position)
    {
        Require(position, sizeof(uint));
        var target = position + (long)Buffer.GetUint(position);
        Require(target, sizeof(uint));
        return (int)target;
    }

    /// <summary>Checks that something lies inside the file.</summary>
    internal void Require(long position, long bytes)
    {
        if (position < 0 || bytes < 0 || position > content.Length - bytes)
            throw Fault($"{bytes} bytes at {position} leave the file of {content.Length} bytes");
    }

    /// <summary>Pays for something that is read.</summary>
    internal void Spend(long bytes)
    {
        budget -= bytes;
        if (budget < 0)
            throw Fault("its parts lie on each other: more would be read than the file has");
    }

    internal static VtaInputException Fault(string message) => new($"not a valid TFLite file: {message}");
}
