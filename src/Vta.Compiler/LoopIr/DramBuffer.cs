using Vta.Isa;

namespace Vta.Compiler;

/// <summary>A region of DRAM that a program uses, without an address until the program is bound. Two of the same name are still two.</summary>
/// <param name="name">Name for listings, bundles and messages.</param>
/// <param name="bytes">Its size.</param>
public sealed class DramBuffer(string name, long bytes)
{
    // What fits 32-bit addresses with the widest values, and the arrays of the host.
    internal const int MaxValues = 1 << 28;

    public string Name { get; } = name;

    public long Bytes { get; } = bytes;

    /// <summary>A buffer of elements as they lie in an on-chip buffer.</summary>
    /// <param name="name">Name for listings, bundles and messages.</param>
    /// <param name="elements">How many.</param>
    /// <param name="shape">What an element is.</param>
    /// <exception cref="VtaInputException">It is beyond what can be addressed.</exception>
    public static DramBuffer OfElements(string name, Int128 elements, BufferShape shape) => OfElements(name, elements, shape, shape.ElemBytes);

    /// <summary>A buffer of elements that loads widen to accumulators, of a byte a value.</summary>
    /// <inheritdoc cref="OfElements(string, Int128, BufferShape)"/>
    public static DramBuffer Of8BitElements(string name, Int128 elements, BufferShape shape) => OfElements(name, elements, shape, shape.ElemValues);

    private static DramBuffer OfElements(string name, Int128 elements, BufferShape shape, int elemBytes)
    {
        var values = elements * shape.ElemValues;
        return values <= MaxValues
            ? new DramBuffer(name, (long)elements * elemBytes)
            : throw new VtaInputException($"tensor {name} has {values} values in blocks of {shape.Rows}x{shape.Columns}; at most {MaxValues} are possible");
    }

    public override string ToString() => Name;
}
