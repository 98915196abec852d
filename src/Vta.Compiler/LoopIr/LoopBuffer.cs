namespace Vta.Compiler;

/// <summary>What holds a tensor, or the tile of one that is needed at a time: an array of values in some memory.</summary>
/// <param name="name">Name for listings and messages.</param>
/// <param name="type">Type of its values.</param>
/// <param name="shape">Lengths of its axes; values lie in row-major order.</param>
/// <param name="scope">Where it is.</param>
public sealed class LoopBuffer(string name, DataType type, IReadOnlyList<int> shape, MemoryScope scope)
{
    public string Name { get; } = name;

    public DataType Type { get; } = type;

    public IReadOnlyList<int> Shape { get; } = shape;

    public MemoryScope Scope { get; } = scope;

    /// <summary>Values that it holds, for each virtual thread.</summary>
    public int Values { get; } = shape.Aggregate(1, (product, length) => checked(product * length));

    /// <summary>Virtual threads that have a copy each, one after the other.</summary>
    public int Threads { get; internal set; } = 1;

    /// <summary>The buffer whose place it takes, value by value; null where it has its own.</summary>
    public LoopBuffer? InPlaceOf { get; internal set; }

    /// <summary>Its place in DRAM, for a buffer of the global scope.</summary>
    public DramBuffer Dram => field ??= new DramBuffer(Name, ((long)Values * Type.Bits + 7) / 8);

    public override string ToString() => Name;
}
