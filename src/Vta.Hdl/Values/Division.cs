using Vta.Hdl.Diagnostics;
using Vta.Hdl.Elaboration;
using Vta.Hdl.Ir;
using Vta.Hdl.Library;

namespace Vta.Hdl;

/// <summary>
/// Division as combinational logic: a subtraction for each bit of the dividend, one behind the other. For wide numbers there is a pipeline, in the library:
/// <see cref="Library.Divider"/>. Division by zero gives what RISC-V says: a quotient of all ones, and (the low bits of) the dividend as remainder.
/// </summary>
public static class Division
{
    /// <summary>Quotient, of the dividend's width, and remainder, of the divisor's.</summary>
    /// <exception cref="HdlException">HW0002: the divisor is the constant zero, or a literal that does not fit.</exception>
    public static (UInt Quotient, UInt Remainder) DivRem(this UInt dividend, UInt divisor)
    {
        var (a, b) = (Require.Sized(dividend.Expression, divisor.Width, signed: false), Require.Sized(divisor.Expression, dividend.Width, signed: false));
        RefuseZero(b);
        var by = new UInt(Narrowed(Require.HasWidth(b)));
        var (bits, remainder) = (new Expression[Require.HasWidth(a).Width], Hw.Lit(0, by.Width));
        for (var i = a.Width - 1; i >= 0; i--)
        {
            (var bit, remainder) = Step(remainder, new(Make.Take(a, i, 1)), by);
            bits[a.Width - 1 - i] = bit.Expression;
        }
        return (new(Make.Join(bits)), remainder.Extend(b.Width));
    }

    /// <summary>
    /// Quotient, of the dividend's width and rounded towards zero, and remainder, of the divisor's and with the dividend's sign. The least number divided by −1 is
    /// itself.
    /// </summary>
    /// <exception cref="HdlException">HW0002: the divisor is the constant zero, or a literal that does not fit.</exception>
    public static (SInt Quotient, SInt Remainder) DivRem(this SInt dividend, SInt divisor)
    {
        var a = new SInt(Require.HasWidth(Require.Sized(dividend.Expression, divisor.Width, signed: true)));
        var b = new SInt(Require.HasWidth(Require.Sized(divisor.Expression, a.Width, signed: true)));
        RefuseZero(b.Expression);
        var (quotient, remainder) = a.Abs().DivRem(b.Abs());
        var isNegative = (a.Sign ^ b.Sign) & b.AsUInt().Any();
        return (Signed(quotient, isNegative), Signed(remainder, a.Sign));
    }

    /// <summary>One bit of a quotient: the next bit of the dividend moves into the remainder, and the divisor is taken from it where it fits.</summary>
    internal static (Bool Bit, UInt Remainder) Step(UInt remainder, Bool next, UInt divisor)
    {
        var trial = Hw.Cat(remainder, next);
        var fits = trial >= divisor;
        return (fits, Hw.Mux(fits, trial - divisor, trial).Trunc(divisor.Width));
    }

    private static SInt Signed(UInt magnitude, Bool isNegative) => Hw.Mux(isNegative, -magnitude.AsSInt(), magnitude.AsSInt());

    /// <summary>A constant divisor in as few bits as it has: the remainder needs no more.</summary>
    private static Expression Narrowed(Expression divisor) =>
        divisor is Literal literal ? Make.Constant(literal.Value, Math.Max(1, (int)literal.Value.GetBitLength())) : divisor;

    private static void RefuseZero(Expression divisor)
    {
        if (Make.IsZero(divisor))
            throw Require.Fail(Rule.LiteralRange, "a division by the constant 0");
    }
}
