using Vta.Compiler.Tensors;

namespace Vta.Compiler.LoopIr.Arithmetic;

/// <summary>All numbers from one to another, both included. What is beyond any number that occurs is without bound.</summary>
internal readonly record struct Interval(long Min, long Max)
{
    private const long Unbounded = long.MaxValue / 8;

    internal static Interval Everything { get; } = new(-Unbounded, Unbounded);

    internal bool IsUnbounded => Min <= -Unbounded || Max >= Unbounded;

    internal static Interval Of(long value) => new(value, value);

    /// <summary>All numbers of a type.</summary>
    internal static Interval Of(DataType type) => new(type.Min, type.Max);

    public static Interval operator +(Interval left, Interval right) => new(
        left.Min <= -Unbounded || right.Min <= -Unbounded ? -Unbounded : Math.Max(left.Min + right.Min, -Unbounded),
        left.Max >= Unbounded || right.Max >= Unbounded ? Unbounded : Math.Min(left.Max + right.Max, Unbounded));

    public static Interval operator *(Interval left, Interval right) => OfCorners(left, right, (a, b) => (Int128)a * b);

    public static Interval operator *(Interval interval, long factor) => interval * Of(factor);

    internal bool Contains(long value) => Min <= value && value <= Max;

    internal bool IsWithin(Interval other) => other.Min <= Min && Max <= other.Max;

    internal Interval Union(Interval other) => new(Math.Min(Min, other.Min), Math.Max(Max, other.Max));

    /// <summary>The quotients, rounded down.</summary>
    internal Interval FloorDivide(Interval divisor) => IsUnbounded || divisor.IsUnbounded || divisor.Contains(0)
        ? Everything
        : OfCorners(this, divisor, (a, b) => (a - (a % b + b) % b) / b);

    /// <summary>The rests of divisions that round down: they have the sign of the divisor.</summary>
    internal static Interval FloorModulo(Interval divisor) =>
        new(Math.Min(0, divisor.Min + 1), Math.Max(0, divisor.Max - 1));

    /// <summary>What a function makes of two intervals, when it has its extremes where they have theirs.</summary>
    internal static Interval OfCorners(Interval left, Interval right, Func<long, long, Int128> function)
    {
        Int128[] corners = [function(left.Min, right.Min), function(left.Min, right.Max), function(left.Max, right.Min), function(left.Max, right.Max)];
        return new Interval((long)Int128.Max(corners.Min(), -Unbounded), (long)Int128.Min(corners.Max(), Unbounded));
    }
}
