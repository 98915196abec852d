using System.Numerics;
using System.Runtime.CompilerServices;
using Vta.Hdl.Ir;

namespace Vta.Hdl;

#pragma warning disable CS0660, CS0661 // == describes a comparator; two values are the same object or they are not.

/// <summary>
/// A fixed-point number: two's complement, with the point at a fixed place. <c>+</c>, <c>-</c> and <c>*</c> lose nothing: the result has as many bits before and
/// behind the point as it takes. <see cref="To"/> makes it narrower again, and says how it is rounded and what happens to numbers that are too large.
/// </summary>
public sealed class Fixed : Packed
{
    internal Fixed(Expression expression, int fractionBits)
        : base(expression) => FractionBits = fractionBits;

    /// <summary>Bits behind the point.</summary>
    public int FractionBits { get; }

    /// <summary>Bits before the point, the sign among them.</summary>
    public int IntegerBits => Width - FractionBits;

    /// <summary>True where the number is negative.</summary>
    public Bool Sign => AsSInt().Sign;

    internal override int? PointAt => FractionBits;

    internal override object UntypedType => TypeOf(IntegerBits, FractionBits);

    /// <summary>The sum, with one bit more before the point than either operand.</summary>
    public static Fixed operator +(Fixed a, Fixed b) => Aligned(a, b, 1, (x, y) => x + y);

    /// <summary>The difference, with one bit more before the point than either operand.</summary>
    public static Fixed operator -(Fixed a, Fixed b) => Aligned(a, b, 1, (x, y) => x - y);

    /// <summary>The negative, with one bit more before the point.</summary>
    public static Fixed operator -(Fixed a) => new((-a.AsSInt().Extend(a.Width + 1)).Expression, a.FractionBits);

    /// <summary>The product: as many bits before and behind the point as both operands together.</summary>
    public static Fixed operator *(Fixed a, Fixed b) => new((a.AsSInt() * b.AsSInt()).Expression, a.FractionBits + b.FractionBits);

    /// <summary>True where the numbers are equal.</summary>
    public static Bool operator ==(Fixed a, Fixed b) => Compared(a, b, (x, y) => x == y);

    /// <summary>True where the numbers differ.</summary>
    public static Bool operator !=(Fixed a, Fixed b) => !(a == b);

    /// <summary>True where the first is less.</summary>
    public static Bool operator <(Fixed a, Fixed b) => Compared(a, b, (x, y) => x < y);

    /// <summary>True where the first is greater.</summary>
    public static Bool operator >(Fixed a, Fixed b) => b < a;

    /// <summary>True where the first is less or equal.</summary>
    public static Bool operator <=(Fixed a, Fixed b) => !(b < a);

    /// <summary>True where the first is greater or equal.</summary>
    public static Bool operator >=(Fixed a, Fixed b) => !(a < b);

    /// <summary>Drives this signal with a number whose point is at the same place; see <see cref="DataExtensions.Set{T}"/>.</summary>
    public void Set(Fixed value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => DataExtensions.Set(this, value, file, line);

    /// <summary>The nearest number of a type: what has no place behind the point is rounded, what has none before it overflows.</summary>
    public Fixed To(PackedType<Fixed> type, Rounding rounding = Rounding.Down, Overflow overflow = Overflow.Wrap)
    {
        var fraction = type.Leaves[0].FractionBits!.Value;
        var number = fraction >= FractionBits ? AsSInt().AsUInt().PadLow(fraction - FractionBits).AsSInt() : Rounded(FractionBits - fraction, rounding);
        if (number.Width <= type.Width)
            return type.Wrap(number.Extend(type.Width).Expression);
        var low = number.Trunc(type.Width);
        if (overflow == Overflow.Wrap)
            return type.Wrap(low.Expression);
        var above = number.AsUInt()[number.Width - 1, type.Width - 1];
        var (least, greatest) = (-(BigInteger.One << (type.Width - 1)), Bits.Mask(type.Width - 1));
        var limit = Hw.Mux(number.Sign, Hw.LitSigned(least, type.Width), Hw.LitSigned(greatest, type.Width));
        return type.Wrap(Hw.Mux(above.All() | !above.Any(), low, limit).Expression);
    }

    internal static PackedType<Fixed> TypeOf(int integerBits, int fractionBits) =>
        new(checked(integerBits + fractionBits), e => new Fixed(e, fractionBits), fractionBits: fractionBits);

    /// <summary>The number without its lowest bits, which round it: one bit more where that can make it larger.</summary>
    private SInt Rounded(int dropped, Rounding rounding)
    {
        var bits = AsUInt();
        var kept = bits[Width - 1, dropped].AsSInt();
        if (rounding == Rounding.Down)
            return kept;
        var half = bits[dropped - 1];
        var rest = dropped > 1 ? bits[dropped - 2, 0].Any() : (Bool)false;
        var isUp = rounding switch
        {
            Rounding.TowardZero => Sign & (half | rest),
            Rounding.HalfUp => half,
            Rounding.HalfAway => half & (rest | !Sign),
            _ => half & (rest | kept.AsUInt()[0]),
        };
        return kept.Extend(kept.Width + 1) + isUp.Repeat(1).Extend(kept.Width + 1).AsSInt();
    }

    private static Bool Compared(Fixed a, Fixed b, Func<SInt, SInt, Bool> compare)
    {
        var (x, y, _) = Align(a, b, 0);
        return compare(x, y);
    }

    private static Fixed Aligned(Fixed a, Fixed b, int more, Func<SInt, SInt, SInt> operate)
    {
        var (x, y, fraction) = Align(a, b, more);
        return new(operate(x, y).Expression, fraction);
    }

    /// <summary>Both as integers of one width, with the point at the same place.</summary>
    private static (SInt A, SInt B, int FractionBits) Align(Fixed a, Fixed b, int more)
    {
        var fraction = Math.Max(a.FractionBits, b.FractionBits);
        var width = Math.Max(a.IntegerBits, b.IntegerBits) + fraction + more;
        return (Padded(a), Padded(b), fraction);

        SInt Padded(Fixed x) => x.AsUInt().PadLow(fraction - x.FractionBits).AsSInt().Extend(width);
    }
}
