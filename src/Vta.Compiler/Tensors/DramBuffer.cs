using Vta.Isa;

namespace Vta.Compiler.Tensors;

/// <summary>
/// A tensor in DRAM that a program uses, without an address until the program is bound. Its values lie in row-major order without gaps.
/// Two of the same name are still two.
/// </summary>
/// <param name="name">Name for listings, bundles and messages.</param>
/// <param name="type">Type of its values.</param>
/// <param name="shape">Lengths of its axes, outermost first.</param>
public sealed class DramBuffer(string name, DataType type, IReadOnlyList<int> shape)
{
    // What fits 32-bit addresses with the widest values, and the arrays of the host.
    internal const int MaxValues = 1 << 28;

    public string Name { get; } = name;

    public DataType Type { get; } = type;

    public IReadOnlyList<int> Shape { get; } = shape;

    public long Bytes { get; } = (shape.Aggregate(1L, (product, length) => product * length) * type.Bits + 7) / 8;

    /// <summary>A buffer of elements as they lie in an on-chip buffer.</summary>
    /// <param name="name">Name for listings, bundles and messages.</param>
    /// <param name="elements">Lengths of the axes of elements; those of values within one follow.</param>
    /// <param name="shape">What an element is.</param>
    /// <exception cref="VtaInputException">It is beyond what can be addressed.</exception>
    public static DramBuffer OfElements(string name, IReadOnlyList<int> elements, BufferShape shape) => OfElements(name, elements, shape, shape.Width);

    /// <summary>A buffer of elements that loads widen to accumulators, of a byte a value.</summary>
    /// <inheritdoc cref="OfElements(string, IReadOnlyList{int}, BufferShape)"/>
    public static DramBuffer Of8BitElements(string name, IReadOnlyList<int> elements, BufferShape shape) => OfElements(name, elements, shape, 8);

    private static DramBuffer OfElements(string name, IReadOnlyList<int> elements, BufferShape shape, int width)
    {
        var values = elements.Aggregate((Int128)shape.ElemValues, (product, length) => product * length);
        return values <= MaxValues
            ? new DramBuffer(name, DataType.Int(width), [.. elements, shape.Rows, shape.Columns])
            : throw new VtaInputException($"tensor {name} has {values} values in blocks of {shape.Rows}x{shape.Columns}; at most {MaxValues} are possible");
    }

    public override string ToString() => Name;
}
