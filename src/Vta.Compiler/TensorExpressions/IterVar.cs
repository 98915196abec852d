using Vta.Compiler.LoopIr;

namespace Vta.Compiler.TensorExpressions;

/// <summary>An axis of a tensor, of a reduction, or one that a schedule made of them; as an expression, its index.</summary>
public sealed class IterVar : Variable
{
    internal IterVar(string name, IterKind kind, int extent)
        : base(name)
    {
        Kind = kind;
        Extent = extent;
    }

    public IterKind Kind { get; }

    /// <summary>Its length where all of the tensor is computed; 0 where only lowering knows it.</summary>
    public int Extent { get; }
}
