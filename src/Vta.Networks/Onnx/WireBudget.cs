using Google.Protobuf.Reflection;
using Vta.Isa;

namespace Vta.Networks.Onnx;

/// <summary>
/// Looks through a Protobuf file before it is parsed, and refuses one that a parser would need much memory for: an empty message takes two
/// bytes of a file, and a hundred of memory; a small number takes one, and eight.
/// </summary>
internal ref struct WireBudget
{
    private const int MaxMessages = 1 << 20;
    private const int MaxNumbers = 1 << 26;
    private const int MaxDepth = 20;

    private readonly ReadOnlySpan<byte> content;
    private int messages;
    private int numbers;

    private WireBudget(ReadOnlySpan<byte> content) => this.content = content;

    /// <exception cref="VtaInputException">The file is broken, or too costly.</exception>
    internal static void Check(ReadOnlySpan<byte> content, MessageDescriptor type) =>
        new WireBudget(content).Message(0, content.Length, type, depth: 0);

    private void Message(int at, int end, MessageDescriptor type, int depth)
    {
        if (++messages > MaxMessages || depth > MaxDepth)
            throw new VtaInputException($"not a valid ONNX file: it has more than {MaxMessages} parts, or parts in {MaxDepth} others");
        while (at < end)
        {
            var tag = Varint(ref at, end);
            var field = type.FindFieldByNumber((int)Math.Min(tag >> 3, int.MaxValue));
            switch (tag & 7)
            {
                case 0: Varint(ref at, end); Count(field, 1); break;
                case 1: Skip(ref at, end, 8); break;
                case 2: Part(ref at, end, field, depth); break;
                case 5: Skip(ref at, end, 4); break;
                default: throw Broken(at);
            }
        }
    }

    private void Part(ref int at, int end, FieldDescriptor? field, int depth)
    {
        var length = Varint(ref at, end);
        var start = at;
        Skip(ref at, end, length);
        if (field is { FieldType: FieldType.Message })
            Message(start, at, field.MessageType, depth + 1);
        else
            Count(field, (int)length);
    }

    // Texts and bytes are kept as they are; an empty text is a reference.
    private void Count(FieldDescriptor? field, int bytes)
    {
        if (field is not { IsRepeated: true })
            return;
        numbers += field.FieldType == FieldType.String ? 1 : bytes;
        if (numbers > MaxNumbers)
            throw new VtaInputException($"not a valid ONNX file: it has more than {MaxNumbers} numbers outside of raw data");
    }

    private static void Skip(ref int at, int end, ulong length)
    {
        if (length > (ulong)(end - at))
            throw Broken(at);
        at += (int)length;
    }

    private readonly ulong Varint(ref int at, int end)
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (at >= end)
                throw Broken(at);
            var part = content[at++];
            value |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80)
                return value;
        }
        throw Broken(at);
    }

    private static VtaInputException Broken(int at) => new($"not a valid ONNX file: it breaks off at byte {at}");
}
