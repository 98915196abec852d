using System.Numerics;
using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Elaboration;

/// <summary>The checks on widths and ranges, made where an expression is built: the stack of the exception gives the line.</summary>
internal static class Require
{
    private const int MostAmountBits = 32;

    public static void SameWidth(string operation, Expression value, int width)
    {
        if (value.Width != width)
            throw Fail(Rule.WidthMismatch, $"{operation} takes {Text.Plural(width)}, but {Text.WithPlace(value)} has {value.Width}; use Trunc or Extend");
    }

    public static void SameWidth(string operation, Expression a, Expression b)
    {
        if (a.Width != b.Width)
        {
            throw Fail(
                Rule.WidthMismatch,
                $"{operation} takes operands of one width, but {Text.WithPlace(a)} has {Text.Plural(a.Width)} and {Text.WithPlace(b)} has {b.Width}; use Trunc or Extend");
        }
    }

    /// <summary>Gives an unsized literal the width of the other operand.</summary>
    public static Expression Sized(Expression value, int width, bool signed)
    {
        if (value is not Literal { Width: 0 } literal)
            return value;
        return OutOfRange(literal.Value, width, signed) is { } problem
            ? throw Fail(Rule.LiteralRange, problem)
            : Make.Constant(literal.Value, width);
    }

    /// <summary>
    /// The amount of a shift of a value of this width, in at most 32 bits, which all tools take: an amount of the width or more shifts everything out.
    /// </summary>
    public static Expression ShiftAmount(Expression amount, int width)
    {
        if (amount is Literal literal)
        {
            return literal.Value.Sign >= 0
                ? Make.Constant(BigInteger.Min(literal.Value, width), Bits.WidthFor(width))
                : throw Fail(Rule.LiteralRange, $"a shift by {literal.Value}: an amount is not negative");
        }
        if (amount.Width <= MostAmountBits)
            return amount;
        var isInside = Make.Operate(BinaryOperator.LessThan, amount, Make.Constant(width, amount.Width));
        return Make.Select(isInside, Make.Take(amount, 0, MostAmountBits), Make.Constant(width, MostAmountBits));
    }

    /// <summary>A number of copies, elements, bits: at least one.</summary>
    public static int Positive(int count, string what) => count > 0 ? count : throw Fail(Rule.Parameter, $"the number of {what} is at least 1, not {count}");

    /// <summary>What is wrong with a number for a width; null where it fits.</summary>
    public static string? OutOfRange(BigInteger value, int width, bool signed)
    {
        var (low, high) = signed
            ? (-(BigInteger.One << (width - 1)), Bits.Mask(width - 1))
            : (BigInteger.Zero, Bits.Mask(width));
        return value >= low && value <= high
            ? null
            : $"{value} does not fit {Text.Plural(width)} {(signed ? "signed" : "unsigned")}: {low} to {high} do";
    }

    /// <summary>A literal that stands alone has no width to take.</summary>
    public static Expression HasWidth(Expression value) => value.Width > 0
        ? value
        : throw Fail(Rule.LiteralRange, $"the literal {((Literal)value).Value} has no width here; write Lit(value, width)");

    public static void Range(Expression value, int low, int width)
    {
        if (low >= 0 && width > 0 && low + width <= value.Width)
            return;
        var high = low + width - 1;
        throw Fail(Rule.BitRange, width < 1 && low > high
            ? $"bits are named from the highest to the lowest: [{low}, {high}], not [{high}, {low}]"
            : $"{Text.Range(high, low)} {(width == 1 ? "is" : "are")} not inside {Text.WithPlace(value)}, which has {Text.Range(value.Width - 1, 0)}");
    }

    public static HdlException Fail(Rule rule, string message) => new(rule, message, BuildContext.UserLocation());
}
