using System.Numerics;
using System.Runtime.CompilerServices;
using Vta.Hdl.Diagnostics;
using Vta.Hdl.Elaboration;
using Vta.Hdl.Ir;

namespace Vta.Hdl;

#pragma warning disable CS0660, CS0661 // == describes a comparator; two values are the same object or they are not.

/// <summary>
/// An unsigned number of a fixed width. <c>+</c> and <c>-</c> wrap at the wider operand, <c>*</c> gives the full product, comparisons
/// compare numbers; bitwise operations and <see cref="Set"/> demand equal widths. A C# integer takes the width of the other operand.
/// </summary>
/// <remarks>
/// Where operands do not fit together, the operator that joins them throws an <see cref="HdlException"/>: HW0001 for widths that differ, HW0002 for a
/// literal that does not fit the other operand, or has none to take its width from.
/// </remarks>
public sealed class UInt : Packed
{
    internal UInt(Expression expression)
        : base(expression)
    {
    }

    internal override object UntypedType => TypeOfWidth(Width);

    /// <summary>One bit.</summary>
    /// <exception cref="HdlException">HW0010: the value has no such bit.</exception>
    public Bool this[int bit]
    {
        get
        {
            Require.Range(SizedBits, bit, 1);
            return new(Make.Take(Expression, bit, 1));
        }
    }

    /// <summary>The bit at a position that the hardware computes; past the last it is false, and setting it changes nothing.</summary>
    public Bool this[UInt bit] => new(new DynamicSelect(SizedBits, Require.HasWidth(bit.Expression), 1));

    /// <summary>The bits <paramref name="high"/> down to <paramref name="low"/>, as in Verilog.</summary>
    /// <exception cref="HdlException">HW0010: they are not inside the value, or in the wrong order.</exception>
    public UInt this[int high, int low]
    {
        get
        {
            Require.Range(SizedBits, low, high - low + 1);
            return new(Make.Take(Expression, low, high - low + 1));
        }
    }

    /// <summary>A literal, of the width of the operand it meets.</summary>
    public static implicit operator UInt(int value) => new(new Literal(value, 0));

    /// <summary>A literal, of the width of the operand it meets.</summary>
    public static implicit operator UInt(long value) => new(new Literal(value, 0));

    /// <summary>A literal, of the width of the operand it meets.</summary>
    public static implicit operator UInt(BigInteger value) => new(new Literal(value, 0));

    /// <summary>Every bit inverted.</summary>
    public static UInt operator ~(UInt a) => new(Make.Not(Require.HasWidth(a.Expression)));

    /// <summary>The sum, wrapping at the width of the wider operand; <see cref="AddWide"/> keeps the carry.</summary>
    public static UInt operator +(UInt a, UInt b) => Wrapping(BinaryOperator.Add, a, b);

    /// <summary>The difference, wrapping at the width of the wider operand.</summary>
    public static UInt operator -(UInt a, UInt b) => Wrapping(BinaryOperator.Subtract, a, b);

    /// <summary>The full product: as many bits as both operands together.</summary>
    public static UInt operator *(UInt a, UInt b)
    {
        var (x, y) = Unify(a, b, extend: false);
        var width = x.Width + y.Width;
        return new(Make.Multiply(Make.Extend(x, width, signed: false), Make.Extend(y, width, signed: false)));
    }

    /// <summary>The quotient, of the width of the dividend; see <see cref="Division"/>.</summary>
    public static UInt operator /(UInt a, UInt b) => a.DivRem(b).Quotient;

    /// <summary>The remainder, of the width of the divisor; see <see cref="Division"/>.</summary>
    public static UInt operator %(UInt a, UInt b) => a.DivRem(b).Remainder;

    /// <summary>And, bit by bit.</summary>
    public static UInt operator &(UInt a, UInt b) => Bitwise(BinaryOperator.And, "&", a, b);

    /// <summary>Or, bit by bit.</summary>
    public static UInt operator |(UInt a, UInt b) => Bitwise(BinaryOperator.Or, "|", a, b);

    /// <summary>Exclusive or, bit by bit.</summary>
    public static UInt operator ^(UInt a, UInt b) => Bitwise(BinaryOperator.Xor, "^", a, b);

    /// <summary>True where the numbers are equal.</summary>
    public static Bool operator ==(UInt a, UInt b) => Compare(BinaryOperator.Equal, a, b);

    /// <summary>True where the numbers differ.</summary>
    public static Bool operator !=(UInt a, UInt b) => Compare(BinaryOperator.NotEqual, a, b);

    /// <summary>True where the first is less.</summary>
    public static Bool operator <(UInt a, UInt b) => Compare(BinaryOperator.LessThan, a, b);

    /// <summary>True where the first is greater.</summary>
    public static Bool operator >(UInt a, UInt b) => Compare(BinaryOperator.LessThan, b, a);

    /// <summary>True where the first is less or equal.</summary>
    public static Bool operator <=(UInt a, UInt b) => !(a > b);

    /// <summary>True where the first is greater or equal.</summary>
    public static Bool operator >=(UInt a, UInt b) => !(a < b);

    /// <summary>Shifted left within the same width; zeros move in.</summary>
    public static UInt operator <<(UInt a, UInt amount) => Shift(BinaryOperator.ShiftLeft, a, amount);

    /// <summary>Shifted right; zeros move in.</summary>
    public static UInt operator >>(UInt a, UInt amount) => Shift(BinaryOperator.ShiftRight, a, amount);

    /// <summary>Drives this signal; see <see cref="DataExtensions.Set{T}"/>.</summary>
    public void Set(UInt value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var location = new SourceLocation(file, line);
        BuildContext.Current(location).Assign(Expression, value.Expression, location);
    }

    /// <summary>The sum with its carry: one bit wider than the wider operand.</summary>
    public UInt AddWide(UInt other)
    {
        var (x, y) = Unify(this, other, extend: false);
        var width = Math.Max(x.Width, y.Width) + 1;
        return new(Make.Operate(BinaryOperator.Add, Make.Extend(x, width, false), Make.Extend(y, width, false)));
    }

    /// <summary>The low bits of the value.</summary>
    /// <exception cref="HdlException">HW0010: the value has fewer bits.</exception>
    public UInt Trunc(int width)
    {
        Require.Range(SizedBits, 0, width);
        return new(Make.Take(Expression, 0, width));
    }

    /// <summary>The value with zeros above, in at least its own width.</summary>
    /// <exception cref="HdlException">HW0001: the value has more bits. HW0002: a literal does not fit.</exception>
    public UInt Extend(int width)
    {
        if (width < Width)
            throw Require.Fail(Rule.WidthMismatch, $"Extend to {Text.Plural(width)} would cut {Text.Of(Expression)}, which has {Width}; use Trunc");
        return new(Make.Extend(Require.Sized(Expression, width, signed: false), width, signed: false));
    }

    /// <summary>Cut or filled with zeros to this width, whichever it takes.</summary>
    public UInt Resize(int width) => width <= SizedBits.Width ? Trunc(width) : Extend(width);

    /// <summary>Zeros below the value: <paramref name="bits"/> bits wider.</summary>
    public UInt PadLow(int bits) => bits == 0 ? this : new(Make.Join([SizedBits, Make.Constant(0, Require.Positive(bits, "bits below a value"))]));

    /// <summary>True where some bit is one.</summary>
    public Bool Any() => new(Make.Reduce(UnaryOperator.ReduceOr, SizedBits));

    /// <summary>True where all bits are one.</summary>
    public Bool All() => new(Make.Reduce(UnaryOperator.ReduceAnd, SizedBits));

    /// <summary>True where the number of ones is odd.</summary>
    public Bool Parity() => new(Make.Reduce(UnaryOperator.ReduceXor, SizedBits));

    /// <summary>A value of one bit as a truth value.</summary>
    /// <exception cref="HdlException">HW0001: the value has more than one bit.</exception>
    public Bool AsBool()
    {
        Require.SameWidth("AsBool", SizedBits, 1);
        return new(Expression);
    }

    /// <summary>The bits as a vector of elements, element 0 in the lowest bits.</summary>
    /// <exception cref="HdlException">HW0001: the elements do not fill the value.</exception>
    public Vec<T> AsVec<T>(PackedType<T> element)
        where T : Packed => new(SizedBits, element);

    /// <summary>The value side by side <paramref name="count"/> times.</summary>
    public UInt Repeat(int count) => new(Make.Repeat(SizedBits, Require.Positive(count, "copies")));

    internal static PackedType<UInt> TypeOfWidth(int width) => new(width, e => new UInt(e));

    private static UInt Wrapping(BinaryOperator operation, UInt a, UInt b)
    {
        var (x, y) = Unify(a, b, extend: true);
        return new(Make.Operate(operation, x, y));
    }

    private static UInt Bitwise(BinaryOperator operation, string symbol, UInt a, UInt b)
    {
        var (x, y) = Unify(a, b, extend: false);
        Require.SameWidth(symbol, x, y);
        return new(Make.Operate(operation, x, y));
    }

    private static Bool Compare(BinaryOperator operation, UInt a, UInt b)
    {
        var (x, y) = Unify(a, b, extend: true);
        return new(Make.Operate(operation, x, y));
    }

    private static UInt Shift(BinaryOperator operation, UInt a, UInt amount)
    {
        var x = Require.HasWidth(a.Expression);
        var bounded = Require.ShiftAmount(amount.Expression, x.Width);
        if (bounded is not Literal literal)
            return new(Make.Operate(operation, x, bounded));
        var count = (int)literal.Value;
        if (count == x.Width)
            return new(Make.Constant(0, x.Width));
        if (count == 0)
            return a;
        return operation == BinaryOperator.ShiftLeft
            ? new(Make.Join([Make.Take(x, 0, x.Width - count), Make.Constant(0, count)]))
            : new(Make.Extend(Make.Take(x, count, x.Width - count), x.Width, signed: false));
    }

    private static (Expression Left, Expression Right) Unify(UInt a, UInt b, bool extend)
    {
        var x = Require.Sized(a.Expression, b.Width, signed: false);
        var y = Require.Sized(b.Expression, x.Width, signed: false);
        Require.HasWidth(x);
        if (!extend)
            return (x, y);
        var width = Math.Max(x.Width, y.Width);
        return (Make.Extend(x, width, signed: false), Make.Extend(y, width, signed: false));
    }
}
