using System.Numerics;
using Vta.Hdl.Diagnostics;
using Vta.Hdl.Elaboration;
using Vta.Hdl.Ir;

namespace Vta.Hdl;

/// <summary>The checks on widths and ranges, made where an expression is built: the stack of the exception gives the line.</summary>
internal static class Require
{
    public static void SameWidth(string operation, Expression value, int width)
    {
        if (value.Width != width)
            throw Fail(Rule.WidthMismatch, $"{operation} takes {Plural(width)}, but {Describe(value)} has {value.Width}; use Trunc or Extend");
    }

    public static void SameWidth(string operation, Expression a, Expression b)
    {
        if (a.Width != b.Width)
        {
            throw Fail(
                Rule.WidthMismatch,
                $"{operation} takes operands of one width, but {Describe(a)} has {Plural(a.Width)} and {Describe(b)} has {b.Width}; use Trunc or Extend");
        }
    }

    /// <summary>Gives an unsized literal the width of the other operand.</summary>
    public static Expression Sized(Expression value, int width, bool signed)
    {
        if (value is not Literal { Width: 0 } literal)
            return value;
        var (low, high) = signed
            ? (-(BigInteger.One << (width - 1)), Bits.Mask(width - 1))
            : (BigInteger.Zero, Bits.Mask(width));
        if (literal.Value < low || literal.Value > high)
        {
            throw Fail(
                Rule.LiteralRange, $"{literal.Value} does not fit {Plural(width)} {(signed ? "signed" : "unsigned")}: {low} to {high} do");
        }
        return Make.Constant(literal.Value, width);
    }

    /// <summary>A literal that stands alone has no width to take.</summary>
    public static Expression HasWidth(Expression value) => value.Width > 0
        ? value
        : throw Fail(Rule.LiteralRange, $"the literal {((Literal)value).Value} has no width here; write Lit(value, width)");

    public static void Range(Expression value, int low, int width)
    {
        if (low < 0 || width < 1 || low + width > value.Width)
        {
            throw Fail(
                Rule.BitRange, $"bits {low + width - 1}..{low} are not all inside {Describe(value)}, which has bits {value.Width - 1}..0");
        }
    }

    public static HdlException Fail(Rule rule, string message) => new(rule, message, BuildContext.UserLocation());

    public static string Plural(int width) => width == 1 ? "1 bit" : $"{width} bits";

    public static string Describe(Expression value) => value switch
    {
        Signal s => $"'{s.Name}'",
        Literal l => $"the literal {l.Value}",
        _ => "the expression",
    };
}
