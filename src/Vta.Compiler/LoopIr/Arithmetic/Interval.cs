namespace Vta.Compiler;

/// <summary>All numbers from one to another, both included.</summary>
internal readonly record struct Interval(long Min, long Max)
{
    private const long Unbounded = long.MaxValue / 8;

    internal static Interval Everything { get; } = new(-Unbounded, Unbounded);

    internal static Interval Of(long value) => new(value, value);

    public static Interval operator +(Interval left, Interval right) => Clamped(left.Min + right.Min, left.Max + right.Max);

    public static Interval operator *(Interval interval, long factor)
    {
        var (a, b) = (Multiply(interval.Min, factor), Multiply(interval.Max, factor));
        return new Interval(Math.Min(a, b), Math.Max(a, b));
    }

    private static Interval Clamped(long min, long max) => new(Math.Max(min, -Unbounded), Math.Min(max, Unbounded));

    private static long Multiply(long value, long factor)
    {
        var product = (Int128)value * factor;
        return product > Unbounded ? Unbounded : product < -Unbounded ? -Unbounded : (long)product;
    }
}
