namespace Vta.Networks.Numbers;

/// <summary>The primitives of fixed-point arithmetic on 32-bit integers: gemmlowp's, and division that rounds halves to even.</summary>
public static class FixedPoint
{
    /// <summary>a × b ÷ 2³¹, rounded, halves up; the one product that does not fit, of two least integers, saturates.</summary>
    public static int HighMultiply(int a, int b) =>
        a == int.MinValue && b == int.MinValue ? int.MaxValue : (int)(((long)a * b + (1L << 30)) >> 31);

    /// <summary>x ÷ 2^<paramref name="exponent"/>, rounded, halves away from zero.</summary>
    /// <param name="x">What is divided.</param>
    /// <param name="exponent">0 to 62.</param>
    public static int RoundingDivide(int x, int exponent) =>
        exponent == 0 ? x : (int)((x + (1L << (exponent - 1)) - (x < 0 ? 1 : 0)) >> exponent);

    /// <summary>x ÷ 2^<paramref name="exponent"/>, rounded, halves to even, saturated.</summary>
    /// <param name="x">What is divided.</param>
    /// <param name="exponent">0 to 62.</param>
    public static int DivideToEven(long x, int exponent)
    {
        var quotient = x >> exponent;
        var (rest, half) = (x - (quotient << exponent), (1L << exponent) / 2);
        if (exponent > 0 && (rest > half || (rest == half && (quotient & 1) != 0)))
            quotient++;
        return (int)Math.Clamp(quotient, int.MinValue, int.MaxValue);
    }

    /// <summary>x × 2^<paramref name="exponent"/>, saturated.</summary>
    /// <param name="x">What is multiplied.</param>
    /// <param name="exponent">0 to 31.</param>
    public static int SaturatingShiftLeft(int x, int exponent) => (int)Math.Clamp((long)x << exponent, int.MinValue, int.MaxValue);

    /// <summary>(a + b) ÷ 2, rounded, halves away from zero.</summary>
    public static int RoundingHalfSum(int a, int b)
    {
        var sum = (long)a + b;
        return (int)((sum + (sum >= 0 ? 1 : -1)) / 2);
    }
}
