using Vta.Hdl.Diagnostics;
using Vta.Hdl.Elaboration;
using Vta.Hdl.Ir;

namespace Vta.Hdl;

/// <summary>A packed part of a type.</summary>
/// <param name="Name">Names of the fields around it, joined by underscores; empty for the value itself.</param>
/// <param name="Width">Bits.</param>
/// <param name="Enumeration">The names of its values, where it holds an enumeration.</param>
/// <param name="FractionBits">Bits behind the point, where it holds fixed-point numbers.</param>
public readonly record struct Leaf(string Name, int Width, EnumNames? Enumeration = null, int? FractionBits = null);

/// <summary>An immutable description of values of class <typeparamref name="T"/>: what ports, wires, registers and memories are made from.</summary>
public abstract class HwType<T>
    where T : Data
{
    /// <summary>The packed parts, in order.</summary>
    public abstract IReadOnlyList<Leaf> Leaves { get; }

    /// <summary>Bits of all parts together.</summary>
    public int Width => Leaves.Sum(l => l.Width);

    /// <summary>A value made of these parts.</summary>
    internal abstract T Bind(IReadOnlyList<Expression> leaves);

    /// <summary>A value taken from bits side by side, the first field in the lowest bits.</summary>
    /// <exception cref="HdlException">HW0001: there are more or fewer bits than the type has.</exception>
    public T FromBits(UInt bits)
    {
        Require.SameWidth("FromBits", bits.Expression, Width);
        var low = 0;
        var parts = new List<Expression>();
        foreach (var leaf in Leaves)
        {
            parts.Add(Make.Take(bits.Expression, low, leaf.Width));
            low += leaf.Width;
        }
        return Bind(parts);
    }

    /// <summary>The value whose bits are all zero.</summary>
    public T Zero => Bind(Leaves.Select(l => Make.Constant(0, l.Width)).ToArray());
}

/// <summary>A type of packed values: one part.</summary>
public sealed class PackedType<T> : HwType<T>
    where T : Packed
{
    private readonly Func<Expression, T> _wrap;

    internal PackedType(int width, Func<Expression, T> wrap, EnumNames? enumeration = null, int? fractionBits = null)
    {
        _wrap = wrap;
        Leaves = [new("", width, enumeration, fractionBits)];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Leaf> Leaves { get; }

    /// <summary>The value with these bits.</summary>
    internal T Wrap(Expression bits) => _wrap(bits);

    internal override T Bind(IReadOnlyList<Expression> leaves) => _wrap(leaves[0]);
}
