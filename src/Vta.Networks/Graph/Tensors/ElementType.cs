namespace Vta.Networks.Graph.Tensors;

/// <summary>What the elements of a tensor are.</summary>
public enum ElementType
{
    Int8,
    UInt8,
    Int32,
    Int64,
    Float32,
}

/// <summary>Facts about element types.</summary>
public static class ElementTypes
{
    /// <summary>Bytes of an element.</summary>
    public static int Bytes(this ElementType type) => type switch
    {
        ElementType.Int8 or ElementType.UInt8 => 1,
        ElementType.Int32 or ElementType.Float32 => 4,
        ElementType.Int64 => 8,
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>The name in messages and listings.</summary>
    public static string Name(this ElementType type) => type.ToString().ToLowerInvariant();

    /// <summary>The least and the largest value of an 8-bit type.</summary>
    public static (int Lower, int Upper) Range(this ElementType type) => type switch
    {
        ElementType.Int8 => (sbyte.MinValue, sbyte.MaxValue),
        ElementType.UInt8 => (byte.MinValue, byte.MaxValue),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}
