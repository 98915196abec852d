using Vta.Isa;

namespace Vta.Compiler.Tensors;

/// <summary>The type of a value: a signed integer of some bits, or a condition.</summary>
/// <param name="Bits">Its width; 1 for conditions.</param>
public readonly record struct DataType(int Bits)
{
    public static DataType Bool { get; } = new(1);

    public static DataType Int8 { get; } = new(8);

    public static DataType Int32 { get; } = new(32);

    /// <summary>The least number of this type.</summary>
    public int Min => this == Bool ? 0 : (int)-(1L << (Bits - 1));

    /// <summary>The greatest number of this type.</summary>
    public int Max => this == Bool ? 1 : (int)((1L << (Bits - 1)) - 1);

    /// <summary>A signed integer of 2 to 32 bits.</summary>
    /// <exception cref="VtaInputException">There is no such type.</exception>
    public static DataType Int(int bits) => bits is >= 2 and <= 32 ? new(bits) : throw new VtaInputException($"there are no integers of {bits} bits; allowed are 2 to 32");

    public override string ToString() => this == Bool ? "bool" : $"int{Bits}";

    /// <summary>A value wrapped to this type.</summary>
    public int Wrap(int value) => this == Bool ? value & 1 : value << (32 - Bits) >> (32 - Bits);
}
