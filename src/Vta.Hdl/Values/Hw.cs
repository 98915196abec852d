using System.Numerics;
using Vta.Hdl.Diagnostics;
using Vta.Hdl.Elaboration;
using Vta.Hdl.Ir;

namespace Vta.Hdl;

/// <summary>Types and plain operations; made to be used with <c>using static Vta.Hdl.Hw</c>.</summary>
public static class Hw
{
    /// <summary>The type of truth values.</summary>
    public static PackedType<Bool> Bool() => Vta.Hdl.Bool.Type;

    /// <summary>The type of unsigned numbers of this many bits.</summary>
    /// <exception cref="HdlException">HW0011: there is not at least one bit.</exception>
    public static PackedType<UInt> UInt(int width) => Vta.Hdl.UInt.TypeOfWidth(RequireWidth(width));

    /// <summary>The type of two's complement numbers of this many bits.</summary>
    /// <exception cref="HdlException">HW0011: there is not at least one bit.</exception>
    public static PackedType<SInt> SInt(int width) => Vta.Hdl.SInt.TypeOfWidth(RequireWidth(width));

    /// <summary>
    /// The type of fixed-point numbers: two's complement, with so many bits before the point, the sign among them, and so many behind it.
    /// </summary>
    /// <exception cref="HdlException">HW0011: there is no bit for the sign, or a negative number of bits behind the point.</exception>
    public static PackedType<Fixed> Fixed(int integerBits, int fractionBits) => Vta.Hdl.Fixed.TypeOf(
        Require.Positive(integerBits, "bits before the point"),
        fractionBits >= 0 ? fractionBits : throw Require.Fail(Rule.Parameter, $"the number of bits behind the point is at least 0, not {fractionBits}"));

    /// <summary>The type of vectors of <paramref name="count"/> elements.</summary>
    /// <exception cref="HdlException">HW0011: there is not at least one element.</exception>
    public static PackedType<Vec<T>> VecOf<T>(int count, PackedType<T> element)
        where T : Packed => Lanes.TypeOf(element, count);

    /// <summary>The type of vectors of <paramref name="count"/> bundles, or vectors of them.</summary>
    /// <exception cref="HdlException">HW0011: there is not at least one element.</exception>
    public static BundleVecType<T> VecOf<T>(int count, HwType<T> element)
        where T : Data => new(count, element);

    /// <summary>The type of a bundle, from its constructor.</summary>
    public static BundleType<T> BundleOf<T>(Func<T> constructor)
        where T : Bundle => new(constructor);

    /// <summary>The type of numbers below <paramref name="count"/>: at least one bit.</summary>
    public static PackedType<UInt> IndexFor(int count) => UInt(Math.Max(1, Bits.IndexWidth(count)));

    /// <summary>An unsigned constant of a width of its own.</summary>
    /// <exception cref="HdlException">HW0002: the value does not fit the width.</exception>
    public static UInt Lit(BigInteger value, int width) => new(Require.Sized(new Literal(value, 0), RequireWidth(width), signed: false));

    /// <summary>A two's complement constant of a width of its own.</summary>
    /// <exception cref="HdlException">HW0002: the value does not fit the width.</exception>
    public static SInt LitSigned(BigInteger value, int width) => new(Require.Sized(new Literal(value, 0), RequireWidth(width), signed: true));

    /// <summary>The fixed-point number that is nearest to a value; half way, the even one.</summary>
    /// <exception cref="HdlException">HW0002: it does not fit the type.</exception>
    public static Fixed LitFixed(double value, PackedType<Fixed> type)
    {
        var scaled = Math.Round(value * Math.Pow(2, type.Leaves[0].FractionBits!.Value), MidpointRounding.ToEven);
        return double.IsFinite(scaled)
            ? type.Wrap(Require.Sized(new Literal(new BigInteger(scaled), 0), type.Width, signed: true))
            : throw Require.Fail(Rule.LiteralRange, $"{value} is no fixed-point number");
    }

    /// <summary>The member of an enumeration, in the width that <see cref="EnumOf{T}"/> gives it.</summary>
    public static UInt Lit<TEnum>(TEnum value)
        where TEnum : struct, Enum => Lit(EnumNamesOf<TEnum>.ValueOf(value), EnumNamesOf<TEnum>.Width);

    /// <summary>The type of a C# enumeration: as many bits as its largest value takes, named in Verilog and waves.</summary>
    public static PackedType<UInt> EnumOf<TEnum>()
        where TEnum : struct, Enum => new(EnumNamesOf<TEnum>.Width, e => new UInt(e), EnumNamesOf<TEnum>.Names);

    /// <summary>One of two values.</summary>
    /// <exception cref="HdlException">HW0001: the widths differ. HW0002: a literal does not fit the other value, or both are literals.</exception>
    public static T Mux<T>(Bool condition, T whenTrue, T whenFalse)
        where T : Data
    {
        if (Matching.Difference(whenTrue.Fields, whenFalse.Fields) is { } difference)
            throw Require.Fail(Rule.WidthMismatch, $"Mux takes values of one type: {difference}");
        var (a, b) = (whenTrue.Leaves, whenFalse.Leaves);
        var leaves = new Expression[a.Count];
        for (var i = 0; i < leaves.Length; i++)
        {
            var x = Require.Sized(a[i], b[i].Width, signed: whenTrue is SInt);
            var y = Require.Sized(b[i], x.Width, signed: whenTrue is SInt);
            Require.SameWidth("Mux", x, y);
            leaves[i] = Make.Select(condition.Expression, Require.HasWidth(x), y);
        }
        var type = whenTrue is Packed { Width: 0 } ? whenFalse.TypeOf() : whenTrue.TypeOf();
        return type.Bind(leaves);
    }

    /// <summary>A number or an unsized C# integer, as <see cref="Mux{T}"/>.</summary>
    public static UInt Mux(Bool condition, UInt whenTrue, UInt whenFalse) => Mux<UInt>(condition, whenTrue, whenFalse);

    /// <summary>Values side by side, the first in the highest bits.</summary>
    /// <exception cref="HdlException">HW0002: a part is a literal without a width.</exception>
    public static UInt Cat(params ReadOnlySpan<Packed> parts)
    {
        var expressions = new Expression[parts.Length];
        for (var i = 0; i < parts.Length; i++)
            expressions[i] = Require.HasWidth(parts[i].Expression);
        return new(Make.Join(expressions));
    }

    /// <summary>A vector of these elements, the first in the lowest bits.</summary>
    /// <exception cref="HdlException">HW0001: their widths differ. HW0002: one is a literal without a width. HW0011: there is none.</exception>
    public static Vec<T> VecFrom<T>(IReadOnlyList<T> elements)
        where T : Packed
    {
        Require.Positive(elements.Count, "elements of a vector");
        foreach (var element in elements)
            Require.SameWidth("VecFrom", Require.HasWidth(elements[0].Expression), Require.HasWidth(element.Expression));
        return new(Make.Join(elements.Reverse().Select(e => e.Expression).ToArray()), (PackedType<T>)elements[0].UntypedType);
    }

    /// <summary>The lesser of two numbers.</summary>
    public static UInt Min(UInt a, UInt b) => Mux(a < b, a, b);

    /// <summary>The lesser of two numbers.</summary>
    public static SInt Min(SInt a, SInt b) => Mux<SInt>(a < b, a, b);

    /// <summary>The greater of two numbers.</summary>
    public static UInt Max(UInt a, UInt b) => Mux(a < b, b, a);

    /// <summary>The greater of two numbers.</summary>
    public static SInt Max(SInt a, SInt b) => Mux<SInt>(a < b, b, a);

    /// <summary>Bit number <paramref name="index"/> alone is one, of <paramref name="count"/>; none where the index is past the last.</summary>
    public static UInt OneHot(UInt index, int count) => Lanes.Generate(count, i => index == i).AsUInt();

    /// <summary>True where any of the conditions holds.</summary>
    public static Bool AnyOf(params IEnumerable<Bool> conditions) => conditions.Aggregate((Bool)false, (a, b) => a | b);

    /// <summary>True where all of the conditions hold.</summary>
    public static Bool AllOf(params IEnumerable<Bool> conditions) => conditions.Aggregate((Bool)true, (a, b) => a & b);

    private static int RequireWidth(int width) => width > 0
        ? width
        : throw Require.Fail(Rule.Parameter, $"a value has at least 1 bit, not {width}");
}
