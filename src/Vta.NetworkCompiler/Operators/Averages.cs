using Vta.Isa;
using Vta.Isa.Requant;
using Vta.Networks.Numbers;

namespace Vta.NetworkCompiler.Operators;

/// <summary>
/// Division of sums by their count, halves away from zero, as a requantisation. The sum is shifted left, multiplied by 2³¹ ÷ count and shifted back: the product
/// then has enough binary places to tell a half from what is near it.
/// </summary>
internal static class Averages
{
    private const int MostShift = 24;

    /// <summary>The parameters; null where there are none that are right for every sum.</summary>
    /// <param name="count">Numbers of 8 bits in a sum.</param>
    /// <param name="range">What the average may be.</param>
    internal static RequantParameters? Of(int count, IntegerRange range)
    {
        if (count == 1)
            return RequantLanes.Same(range);
        var multiplier = (int)(((1L << 31) + count / 2) / count);
        for (var shift = 0; shift <= MostShift && (long)count << (shift + 7) <= int.MaxValue; shift++)
        {
            var parameters = new RequantParameters(0, multiplier, RightShift: shift, LeftShift: shift, Minimum: range.Lower, Maximum: range.Upper);
            if (IsExact(parameters with { Narrows = false }, count))
                return parameters;
        }
        return null;
    }

    /// <summary>Whether averages change where they should: they never go down as sums go up.</summary>
    private static bool IsExact(RequantParameters parameters, int count)
    {
        for (int average = sbyte.MinValue; average <= sbyte.MaxValue; average++)
        {
            // The sums of this average are those from count·(2·average − 1)/2 to count·(2·average + 1)/2; halves belong to the one that is farther from zero.
            var (low, high) = (count * (2 * average - 1), count * (2 * average + 1));
            var least = average > 0 ? CeilHalf(low) : FloorHalf(low) + 1;
            var greatest = average >= 0 ? CeilHalf(high) - 1 : FloorHalf(high);
            if (parameters.Apply(Math.Max(least, count * sbyte.MinValue)) != average || parameters.Apply(Math.Min(greatest, count * sbyte.MaxValue)) != average)
                return false;
        }
        return true;
    }

    private static int FloorHalf(int value) => value >> 1;

    private static int CeilHalf(int value) => (value + 1) >> 1;
}
