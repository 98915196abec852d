using System.Buffers.Binary;

namespace Vta.Isa.Instructions;

/// <summary>The 128 bits of an instruction, little-endian in memory.</summary>
/// <param name="Low">Bits 0 to 63.</param>
/// <param name="High">Bits 64 to 127.</param>
public readonly record struct InstructionWord(ulong Low, ulong High)
{
    /// <summary>Bytes of an instruction in memory.</summary>
    public const int Bytes = 16;

    public static InstructionWord Read(ReadOnlySpan<byte> source) =>
        new(BinaryPrimitives.ReadUInt64LittleEndian(source), BinaryPrimitives.ReadUInt64LittleEndian(source[8..]));

    public void Write(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(destination, Low);
        BinaryPrimitives.WriteUInt64LittleEndian(destination[8..], High);
    }
}
