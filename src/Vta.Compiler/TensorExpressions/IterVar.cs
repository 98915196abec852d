using System.Runtime.CompilerServices;

namespace Vta.Compiler;

/// <summary>An axis of a tensor, of a reduction, or one that a schedule made of them; as an expression, its index.</summary>
public sealed record IterVar : Variable
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

    public bool Equals(IterVar? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
