using static Vta.Networks.Numbers.FixedPoint;

namespace Vta.Networks.Numbers;

/// <summary>
/// gemmlowp's functions of fixed-point numbers. A number with n integer bits is an integer ÷ 2^(31 − n); results without integer bits are
/// ÷ 2³¹, and 1 is the largest integer.
/// </summary>
public static class FixedPointFunctions
{
    private const int One = int.MaxValue;

    /// <summary>exp(a) for a ≤ 0: a Taylor step around −1/8, then one factor for each bit of the rest.</summary>
    /// <param name="a">The argument.</param>
    /// <param name="integerBits">Its integer bits, 0 to 5.</param>
    public static int ExpOfNegative(int a, int integerBits)
    {
        if (a == 0)
            return One;
        var fractionBits = 31 - integerBits;
        var quarter = 1 << (fractionBits - 2);
        var remainder = (a & (quarter - 1)) - quarter;
        var result = ExpNearMinusEighth(SaturatingShiftLeft(remainder, integerBits));
        var rest = remainder - a;
        for (var exponent = -2; exponent < integerBits && exponent <= 4; exponent++)
        {
            if ((rest >> (fractionBits + exponent) & 1) != 0)
                result = HighMultiply(result, Fraction(Math.Exp(-Math.ScaleB(1, exponent))));
        }
        return result;
    }

    /// <summary>1 ÷ (1 + a) for 0 ≤ a &lt; 1, without integer bits.</summary>
    public static int OneOverOnePlus(int a) => SaturatingShiftLeft(HalfReciprocal(a), 1);

    /// <summary>(1 − a) ÷ (1 + a) for 0 ≤ a &lt; 1, without integer bits.</summary>
    public static int OneMinusOverOnePlus(int a) => SaturatingShiftLeft(HalfReciprocal(a) - (1 << 29), 2);

    /// <summary>1 ÷ (1 + exp(−a)).</summary>
    public static int Logistic(int a, int integerBits)
    {
        if (a == 0)
            return 1 << 30;
        var ofPositive = OneOverOnePlus(ExpOfNegative(a > 0 ? -a : a, integerBits));
        return a > 0 ? ofPositive : One - ofPositive;
    }

    /// <summary>The hyperbolic tangent.</summary>
    public static int Tanh(int a, int integerBits)
    {
        if (a == 0)
            return 0;
        // exp(−2|a|): twice the number is the same integer with one more integer bit.
        var ofPositive = OneMinusOverOnePlus(ExpOfNegative(a > 0 ? -a : a, integerBits + 1));
        return a > 0 ? ofPositive : -ofPositive;
    }

    // exp(a) for a in [−1/4, 0).
    private static int ExpNearMinusEighth(int a)
    {
        var x = a + (1 << 28);
        var x2 = HighMultiply(x, x);
        var x3 = HighMultiply(x2, x);
        var x4 = HighMultiply(x2, x2);
        var higher = RoundingDivide(HighMultiply(RoundingDivide(x4, 2) + x3, Fraction(1.0 / 3)) + x2, 1);
        var middle = Fraction(Math.Exp(-1.0 / 8));
        return middle + HighMultiply(middle, x + higher);
    }

    // 2 ÷ (1 + a) with two integer bits, by three Newton-Raphson steps.
    private static int HalfReciprocal(int a)
    {
        var half = RoundingHalfSum(a, One);
        var x = Fraction(48.0 / 17 / 4) + HighMultiply(half, Fraction(-32.0 / 17 / 4));
        for (var step = 0; step < 3; step++)
        {
            var error = (1 << 29) - HighMultiply(half, x);
            x += SaturatingShiftLeft(HighMultiply(x, error), 2);
        }
        return x;
    }

    private static int Fraction(double value) =>
        (int)Math.Min(Math.Round(Math.ScaleB(value, 31), MidpointRounding.AwayFromZero), int.MaxValue);
}
