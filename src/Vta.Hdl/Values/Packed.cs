using Vta.Hdl.Diagnostics;
using Vta.Hdl.Elaboration;
using Vta.Hdl.Ir;

namespace Vta.Hdl;

/// <summary>A value that is one row of bits: <see cref="Bool"/>, <see cref="UInt"/>, <see cref="SInt"/>, <see cref="Fixed"/> or <see cref="Vec{T}"/>.</summary>
public abstract class Packed : Data
{
    private protected Packed(Expression expression)
    {
        Expression = expression;
        Leaves = [expression];
    }

    /// <summary>The bits.</summary>
    public Expression Expression { get; }

    /// <summary>Number of bits.</summary>
    public int Width => Expression.Width;

    /// <inheritdoc/>
    public override IReadOnlyList<Expression> Leaves { get; }

    internal override IReadOnlyList<Leaf> Fields => [new("", Width, FractionBits: PointAt)];

    /// <summary>Bits behind the point, where it holds fixed-point numbers.</summary>
    internal virtual int? PointAt => null;

    /// <summary>The same bits as an unsigned number.</summary>
    public UInt AsUInt() => new(Expression);

    /// <summary>The same bits as a two's complement number.</summary>
    public SInt AsSInt() => new(Expression);

    /// <summary>The bits of a value that has a width.</summary>
    /// <exception cref="Diagnostics.HdlException">HW0002: it is a literal without one.</exception>
    private protected Expression SizedBits => Require.HasWidth(Expression);
}
