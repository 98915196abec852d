using Vta.Compiler.LoopIr;
using Vta.Compiler.Tensors;
using Vta.Isa;

namespace Vta.Compiler.TensorExpressions;

/// <summary>A tensor as an expression: an input, or what a lambda computes of others.</summary>
public sealed class SymbolicTensor : DataProducer
{
    internal SymbolicTensor(string name, IReadOnlyList<int> shape, DataType type, ComputeOperation? operation)
        : base(name, shape, type) => Operation = operation;

    /// <summary>How it is computed; null for an input.</summary>
    public ComputeOperation? Operation { get; }

    /// <summary>A value of it.</summary>
    public Expr this[params IReadOnlyList<Expr> indices] =>
        indices.Count == Shape.Count
            ? new TensorRead(this, indices)
            : throw new VtaInputException($"{Name} has {Shape.Count} axes and is read with {indices.Count} indices");

    /// <summary>The value at the indices of a lambda.</summary>
    public Expr this[Indices indices] => this[indices.Axes];
}
