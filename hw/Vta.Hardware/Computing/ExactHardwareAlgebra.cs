using System.Numerics;
using Vta.Isa.Requant;

namespace Vta.Hardware.Computing;

/// <summary>The arithmetic of REQUANT in hardware: signals as wide as their values take, at most 64 bits.</summary>
internal readonly struct ExactHardwareAlgebra : IExactAlgebra<SInt>
{
    private const int MaxWidth = 64;

    public SInt Constant(long value)
    {
        var width = MaxWidth + 1 - BitOperations.LeadingZeroCount((ulong)(value ^ (value >> 63)));
        return Lit(new BigInteger(value) & ((BigInteger.One << width) - 1), width).AsSInt();
    }

    public SInt Add(SInt left, SInt right)
    {
        var (x, y) = Extended(left, right, 1);
        return x + y;
    }

    public SInt Subtract(SInt left, SInt right)
    {
        var (x, y) = Extended(left, right, 1);
        return x - y;
    }

    public SInt Multiply(SInt left, SInt right) => (left * right).Resize(Math.Min(MaxWidth, left.Width + right.Width));

    public SInt ShiftLeft(SInt value, SInt count, int width) => value.Resize(width) << count.AsUInt();

    public SInt ShiftRight(SInt value, SInt count) => value >> count.AsUInt();

    public SInt Wrap(SInt value, int width) => value.Resize(width);

    public SInt SelectIfLess(SInt left, SInt right, SInt whenLess, SInt otherwise)
    {
        var (x, y) = Extended(whenLess, otherwise, 0);
        return Mux(left < right, x, y);
    }

    private static (SInt Left, SInt Right) Extended(SInt left, SInt right, int more)
    {
        var width = Math.Min(MaxWidth, Math.Max(left.Width, right.Width) + more);
        return (left.Resize(width), right.Resize(width));
    }
}
