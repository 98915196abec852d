using Vta.Hdl.Diagnostics;
using Vta.Hdl.Elaboration;
using Vta.Hdl.Ir;

namespace Vta.Hdl;

/// <summary>
/// A vector of packed elements, side by side in one row of bits with element 0 lowest. What is done to every element alike is written
/// with <see cref="Map{U}"/> and stays one node down to the Verilog (a generate loop) and the simulator (vector instructions).
/// </summary>
public sealed class Vec<T> : Packed
    where T : Packed
{
    internal Vec(Expression expression, PackedType<T> element)
        : base(expression)
    {
        Require.SameWidth("Vec", expression, expression.Width / element.Width * element.Width);
        Element = element;
    }

    /// <summary>The type of an element.</summary>
    public PackedType<T> Element { get; }

    /// <summary>Number of elements.</summary>
    public int Count => Width / Element.Width;

    internal override int? PointAt => Element.Leaves[0].FractionBits;

    internal override object UntypedType => Lanes.TypeOf(Element, Count);

    /// <summary>Element number <paramref name="index"/>.</summary>
    /// <exception cref="HdlException">HW0010: there is no such element.</exception>
    public T this[int index]
    {
        get
        {
            Require.Range(Expression, index * Element.Width, Element.Width);
            return Element.Wrap(Make.Take(Expression, index * Element.Width, Element.Width));
        }
    }

    /// <summary>The element at an index that the hardware computes; past the last it is zero, and setting it changes nothing.</summary>
    public T this[UInt index] => Element.Wrap(new DynamicSelect(Expression, Require.HasWidth(index.Expression), Element.Width));

    /// <summary>The same function of each element.</summary>
    public Vec<TResult> Map<TResult>(Func<T, TResult> body)
        where TResult : Packed => Lanes.Map(this, body);
}
