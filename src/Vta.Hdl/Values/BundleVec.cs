using Vta.Hdl.Diagnostics;
using Vta.Hdl.Elaboration;
using Vta.Hdl.Ir;

namespace Vta.Hdl;

/// <summary>
/// A vector of bundles, or of vectors of them. Each field stands side by side for all elements, element 0 lowest: <c>requests[2].Address</c> is a slice of the
/// signal <c>requests_address</c>.
/// </summary>
public sealed class BundleVec<T> : Data
    where T : Data
{
    private readonly BundleVecType<T> _type;

    internal BundleVec(IReadOnlyList<Expression> leaves, BundleVecType<T> type)
    {
        Leaves = leaves;
        _type = type;
    }

    /// <summary>The type of an element.</summary>
    public HwType<T> Element => _type.Element;

    /// <summary>Number of elements.</summary>
    public int Count => _type.Count;

    /// <inheritdoc/>
    public override IReadOnlyList<Expression> Leaves { get; }

    internal override IReadOnlyList<Leaf> Fields => _type.Leaves;

    internal override object UntypedType => _type;

    /// <summary>Element number <paramref name="index"/>.</summary>
    /// <exception cref="HdlException">HW0010: there is no such element.</exception>
    public T this[int index] => index >= 0 && index < Count
        ? Bind((leaf, width) => Make.Take(leaf, index * width, width))
        : throw Require.Fail(Rule.BitRange, $"there is no element {index} in a vector of {Count}");

    /// <summary>The element at an index that the hardware computes; past the last it is zero, and setting it changes nothing.</summary>
    public T this[UInt index]
    {
        get
        {
            var number = Require.HasWidth(index.Expression);
            return Bind((leaf, width) => new DynamicSelect(leaf, number, width));
        }
    }

    /// <summary>The same function of each element.</summary>
    public Vec<TResult> Map<TResult>(Func<T, TResult> body)
        where TResult : Packed
    {
        var parameters = Leaves.Zip(Element.Leaves, (row, leaf) => new LaneParameter(row, leaf.Width)).ToArray();
        return Lanes.Map(parameters, Count, _ => body(Element.Bind(parameters)));
    }

    private T Bind(Func<Expression, int, Expression> part) => Element.Bind([.. Leaves.Zip(Element.Leaves, (row, leaf) => part(row, leaf.Width))]);
}

/// <summary>The description of a <see cref="BundleVec{T}"/>.</summary>
public sealed class BundleVecType<T> : HwType<BundleVec<T>>
    where T : Data
{
    internal BundleVecType(int count, HwType<T> element)
    {
        Count = Require.Positive(count, "elements of a vector");
        Element = element;
        Leaves = [.. element.Leaves.Select(l => new Leaf(l.Name, checked(l.Width * count), FractionBits: l.FractionBits))];
    }

    /// <summary>Number of elements.</summary>
    public int Count { get; }

    /// <summary>The type of an element.</summary>
    public HwType<T> Element { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Leaf> Leaves { get; }

    /// <summary>A vector of these elements, the first is element 0.</summary>
    /// <exception cref="HdlException">HW0001: an element is of another type. HW0011: there are more or fewer elements.</exception>
    public BundleVec<T> From(IReadOnlyList<T> elements)
    {
        if (elements.Count != Count)
            throw Require.Fail(Rule.Parameter, $"a vector of {Count} takes as many elements, not {elements.Count}");
        var rows = elements.Select((e, i) => Matching.Leaves(Element, e, $"element {i}")).Reverse().ToArray();
        return Bind([.. Leaves.Select((_, field) => Make.Join([.. rows.Select(r => r[field])]))]);
    }

    internal override BundleVec<T> Bind(IReadOnlyList<Expression> leaves) => new(leaves, this);
}
