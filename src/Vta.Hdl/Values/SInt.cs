using System.Runtime.CompilerServices;
using Vta.Hdl.Diagnostics;
using Vta.Hdl.Elaboration;
using Vta.Hdl.Ir;

namespace Vta.Hdl;

#pragma warning disable CS0660, CS0661 // == describes a comparator; two values are the same object or they are not.

/// <summary>
/// A two's complement number of a fixed width. <c>+</c> and <c>-</c> wrap at the wider operand, <c>*</c> gives the full product,
/// comparisons compare numbers. A C# integer takes the width of the other operand.
/// </summary>
/// <remarks>
/// Where operands do not fit together, the operator that joins them throws an <see cref="HdlException"/>: HW0001 for widths that differ, HW0002 for a
/// literal that does not fit the other operand, or has none to take its width from.
/// </remarks>
public sealed class SInt : Packed
{
    internal SInt(Expression expression)
        : base(expression)
    {
    }

    internal override object UntypedType => TypeOfWidth(Width);

    /// <summary>True where the number is negative.</summary>
    public Bool Sign => new(Make.Take(SizedBits, Width - 1, 1));

    /// <summary>A literal, of the width of the operand it meets.</summary>
    public static implicit operator SInt(int value) => new(new Literal(value, 0));

    /// <summary>The sum, wrapping at the width of the wider operand.</summary>
    public static SInt operator +(SInt a, SInt b) => Wrapping(BinaryOperator.Add, a, b);

    /// <summary>The difference, wrapping at the width of the wider operand.</summary>
    public static SInt operator -(SInt a, SInt b) => Wrapping(BinaryOperator.Subtract, a, b);

    /// <summary>The negative, wrapping: that of the least number is itself.</summary>
    public static SInt operator -(SInt a) => a.Expression is Literal { Width: 0 } literal
        ? new(new Literal(-literal.Value, 0))
        : new(Make.Operate(BinaryOperator.Subtract, Make.Constant(0, a.Width), a.Expression));

    /// <summary>The full product: as many bits as both operands together.</summary>
    public static SInt operator *(SInt a, SInt b)
    {
        var (x, y) = Unify(a, b, extend: false);
        var width = x.Width + y.Width;
        return new(Make.Multiply(Make.Extend(x, width, signed: true), Make.Extend(y, width, signed: true)));
    }

    /// <summary>The quotient, rounded towards zero, of the width of the dividend; see <see cref="Division"/>.</summary>
    public static SInt operator /(SInt a, SInt b) => a.DivRem(b).Quotient;

    /// <summary>The remainder, with the dividend's sign and the divisor's width; see <see cref="Division"/>.</summary>
    public static SInt operator %(SInt a, SInt b) => a.DivRem(b).Remainder;

    /// <summary>True where the numbers are equal.</summary>
    public static Bool operator ==(SInt a, SInt b) => Compare(BinaryOperator.Equal, a, b);

    /// <summary>True where the numbers differ.</summary>
    public static Bool operator !=(SInt a, SInt b) => Compare(BinaryOperator.NotEqual, a, b);

    /// <summary>True where the first is less.</summary>
    public static Bool operator <(SInt a, SInt b) => Compare(BinaryOperator.LessThanSigned, a, b);

    /// <summary>True where the first is greater.</summary>
    public static Bool operator >(SInt a, SInt b) => Compare(BinaryOperator.LessThanSigned, b, a);

    /// <summary>True where the first is less or equal.</summary>
    public static Bool operator <=(SInt a, SInt b) => !(a > b);

    /// <summary>True where the first is greater or equal.</summary>
    public static Bool operator >=(SInt a, SInt b) => !(a < b);

    /// <summary>Shifted left within the same width; zeros move in.</summary>
    public static SInt operator <<(SInt a, UInt amount) => (a.AsUInt() << amount).AsSInt();

    /// <summary>Shifted right; the sign moves in.</summary>
    public static SInt operator >>(SInt a, UInt amount) =>
        new(Make.Operate(BinaryOperator.ShiftRightArithmetic, a.SizedBits, Require.ShiftAmount(amount.Expression, a.Width)));

    /// <summary>Drives this signal; see <see cref="DataExtensions.Set{T}"/>.</summary>
    public void Set(SInt value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var location = new SourceLocation(file, line);
        BuildContext.Current(location).Assign(Expression, value.Expression, location, signed: true);
    }

    /// <summary>The number without its sign: that of the least number fits, since the result has none.</summary>
    public UInt Abs() => Hw.Mux(Sign, (-this).AsUInt(), AsUInt());

    /// <summary>The low bits of the product, in the width of the wider operand.</summary>
    public SInt MultiplyWrapping(SInt other)
    {
        var (x, y) = Unify(this, other, extend: true);
        return new(Make.Multiply(x, y));
    }

    /// <summary>The low bits of the number.</summary>
    /// <exception cref="HdlException">HW0010: the value has fewer bits.</exception>
    public SInt Trunc(int width) => AsUInt().Trunc(width).AsSInt();

    /// <summary>The same number in more bits.</summary>
    /// <exception cref="HdlException">HW0001: the value has more bits. HW0002: a literal does not fit.</exception>
    public SInt Extend(int width)
    {
        if (width < Width)
            throw Require.Fail(Rule.WidthMismatch, $"Extend to {Text.Plural(width)} would cut {Text.Of(Expression)}, which has {Width}; use Trunc");
        return new(Make.Extend(Require.Sized(Expression, width, signed: true), width, signed: true));
    }

    /// <summary>The same bits as a fixed-point number, so many of them behind the point.</summary>
    /// <exception cref="HdlException">HW0011: no bit is left for the sign, or the number of bits is negative.</exception>
    public Fixed AsFixed(int fractionBits) => Hw.Fixed(SizedBits.Width - fractionBits, fractionBits).Wrap(Expression);

    /// <summary>Cut to this width, or filled with the sign, whichever it takes.</summary>
    public SInt Resize(int width) => width <= SizedBits.Width ? Trunc(width) : Extend(width);

    internal static PackedType<SInt> TypeOfWidth(int width) => new(width, e => new SInt(e));

    private static SInt Wrapping(BinaryOperator operation, SInt a, SInt b)
    {
        var (x, y) = Unify(a, b, extend: true);
        return new(Make.Operate(operation, x, y));
    }

    private static Bool Compare(BinaryOperator operation, SInt a, SInt b)
    {
        var (x, y) = Unify(a, b, extend: true);
        return new(Make.Operate(operation, x, y));
    }

    private static (Expression Left, Expression Right) Unify(SInt a, SInt b, bool extend)
    {
        var x = Require.Sized(a.Expression, b.Width, signed: true);
        var y = Require.Sized(b.Expression, x.Width, signed: true);
        Require.HasWidth(x);
        if (!extend)
            return (x, y);
        var width = Math.Max(x.Width, y.Width);
        return (Make.Extend(x, width, signed: true), Make.Extend(y, width, signed: true));
    }
}
