using Vta.Compiler.Tensors;

namespace Vta.Compiler.LoopIr;

/// <summary>What holds a tensor, or the tile of one that is needed at a time: an array of values in some memory.</summary>
/// <param name="name">Name for listings and messages.</param>
/// <param name="type">Type of its values.</param>
/// <param name="shape">Lengths of its axes; values lie in row-major order.</param>
/// <param name="scope">Where it is.</param>
public sealed class LoopBuffer(string name, DataType type, IReadOnlyList<int> shape, MemoryScope scope)
{
    private bool hasSpare;

    public string Name { get; } = name;

    /// <summary>The tensor that it holds, or helps to compute.</summary>
    public string Tensor { get; init; } = name;

    public DataType Type { get; } = type;

    public IReadOnlyList<int> Shape { get; } = shape;

    public MemoryScope Scope { get; } = scope;

    /// <summary>Values that it holds.</summary>
    public int Values { get; } = shape.Aggregate(1, (product, length) => checked(product * length));

    /// <summary>Values that it takes up: one element more where something is written behind the others, to be read by nobody.</summary>
    public int Size => Values + (hasSpare ? Scope.Shape!.ElemValues : 0);

    /// <summary>Its place in DRAM, for a buffer of the global scope.</summary>
    public DramBuffer Dram => field ??= new DramBuffer(Name, Type, Shape);

    public override string ToString() => Name;

    /// <summary>Makes it one element larger.</summary>
    internal void AddSpare() => hasSpare = true;
}
