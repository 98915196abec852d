using Vta.Hdl.Diagnostics;
using Vta.Hdl.Elaboration;
using Vta.Hdl.Ir;

namespace Vta.Hdl;

/// <summary>Arrays of alike operations. Each stays one node in the netlist: see <see cref="LaneMap"/>.</summary>
public static class Lanes
{
    /// <summary>The type of vectors of <paramref name="count"/> elements.</summary>
    public static PackedType<Vec<T>> TypeOf<T>(PackedType<T> element, int count)
        where T : Packed => new(checked(element.Width * Require.Positive(count, "elements of a vector")), e => new Vec<T>(e, element), fractionBits: element.Leaves[0].FractionBits);

    /// <summary>The same function of each element of a vector.</summary>
    public static Vec<TResult> Map<T, TResult>(Vec<T> vector, Func<T, TResult> body)
        where T : Packed
        where TResult : Packed
    {
        var x = Parameter(vector);
        return Map([x], vector.Count, _ => body(vector.Element.Wrap(x)));
    }

    /// <summary>The same function of each pair of elements of two vectors of equal length.</summary>
    /// <exception cref="HdlException">HW0001: the vectors have different lengths.</exception>
    public static Vec<TResult> Map<TA, TB, TResult>(Vec<TA> a, Vec<TB> b, Func<TA, TB, TResult> body)
        where TA : Packed
        where TB : Packed
        where TResult : Packed
    {
        RequireSameCount(a.Count, b.Count);
        var (x, y) = (Parameter(a), Parameter(b));
        return Map([x, y], a.Count, _ => body(a.Element.Wrap(x), b.Element.Wrap(y)));
    }

    /// <summary>The same function of each triple of elements of three vectors of equal length.</summary>
    /// <exception cref="HdlException">HW0001: the vectors have different lengths.</exception>
    public static Vec<TResult> Map<TA, TB, TC, TResult>(Vec<TA> a, Vec<TB> b, Vec<TC> c, Func<TA, TB, TC, TResult> body)
        where TA : Packed
        where TB : Packed
        where TC : Packed
        where TResult : Packed
    {
        RequireSameCount(a.Count, b.Count);
        RequireSameCount(a.Count, c.Count);
        var (x, y, z) = (Parameter(a), Parameter(b), Parameter(c));
        return Map([x, y, z], a.Count, _ => body(a.Element.Wrap(x), b.Element.Wrap(y), c.Element.Wrap(z)));
    }

    /// <summary>A vector whose elements are a function of their number.</summary>
    public static Vec<TResult> Generate<TResult>(int count, Func<UInt, TResult> body)
        where TResult : Packed => Map([], count, body);

    /// <summary>The sum of all elements, wrapping at the width of an element: extend them first where that is not wanted.</summary>
    public static SInt Sum(this Vec<SInt> vector) => new(Reduce(BinaryOperator.Add, vector));

    /// <summary>The sum of all elements, wrapping at the width of an element: extend them first where that is not wanted.</summary>
    public static UInt Sum(this Vec<UInt> vector) => new(Reduce(BinaryOperator.Add, vector));

    /// <summary>True where some element is.</summary>
    public static Bool Any(this Vec<Bool> vector) => vector.AsUInt().Any();

    private static Expression Reduce<T>(BinaryOperator operation, Vec<T> vector)
        where T : Packed =>
        vector.Count == 1 ? vector.Expression : new LaneReduce(operation, vector.Expression, vector.Element.Width);

    private static LaneParameter Parameter<T>(Vec<T> vector)
        where T : Packed => new(vector.Expression, vector.Element.Width);

    internal static Vec<TResult> Map<TResult>(LaneParameter[] parameters, int count, Func<UInt, TResult> body)
        where TResult : Packed
    {
        var index = new LaneIndex(Math.Max(1, Bits.IndexWidth(Require.Positive(count, "lanes"))));
        var result = BuildContext.InLanes(() => body(new UInt(index)));
        var type = (PackedType<TResult>)result.UntypedType;
        var lane = Require.HasWidth(result.Expression);

        // Elements as they are make the vector as it is.
        return new(lane is LaneParameter same && parameters.Contains(same) ? same.Vector : new LaneMap(count, parameters, index, lane), type);
    }

    private static void RequireSameCount(int a, int b)
    {
        if (a != b)
            throw Require.Fail(Rule.WidthMismatch, $"Map takes vectors of one length, but one has {a} elements and another {b}");
    }
}
