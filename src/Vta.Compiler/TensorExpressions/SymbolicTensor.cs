using Vta.Isa;

namespace Vta.Compiler;

/// <summary>A tensor as an expression: an input, or what a lambda computes of others.</summary>
public sealed class SymbolicTensor
{
    internal SymbolicTensor(string name, IReadOnlyList<int> shape, DataType type, ComputeOperation? operation)
    {
        Name = name;
        Shape = shape;
        Type = type;
        Operation = operation;
    }

    public string Name { get; }

    /// <summary>Lengths of its axes, outermost first.</summary>
    public IReadOnlyList<int> Shape { get; }

    public DataType Type { get; }

    /// <summary>How it is computed; null for an input.</summary>
    public ComputeOperation? Operation { get; }

    /// <summary>A value of it.</summary>
    public Expr this[params IReadOnlyList<Expr> indices] =>
        indices.Count == Shape.Count
            ? new TensorRead(this, indices)
            : throw new VtaInputException($"{Name} has {Shape.Count} axes and is read with {indices.Count} indices");

    /// <summary>The value at the indices of a lambda.</summary>
    public Expr this[Indices indices] => this[indices.Axes];

    public override string ToString() => Name;
}
