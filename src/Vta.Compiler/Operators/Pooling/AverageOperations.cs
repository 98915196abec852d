using System.Numerics;
using Vta.Compiler.Commands;
using Vta.Isa;
using Vta.Isa.Alu;

namespace Vta.Compiler.Operators.Pooling;

/// <summary>
/// Divides sums by how many numbers they are of, rounded to the nearest, halves up. The ALU has no division: what is left of the count without
/// its factors of two is a multiplication by a number close to 2^shift / count and a shift, chosen so that every possible sum comes out exactly.
/// </summary>
internal static class AverageOperations
{
    /// <param name="count">Numbers in a sum.</param>
    /// <param name="width">Bits of each number.</param>
    /// <param name="accWidth">Bits of an accumulator.</param>
    /// <exception cref="VtaInputException">There is no such multiplication, or sums do not fit accumulators.</exception>
    internal static IReadOnlyList<KernelOperation> Of(int count, int width, int accWidth)
    {
        if (count == 1)
            return [];
        var greatestSum = (count << (width - 1)) + count / 2L;
        if (count / 2 > short.MaxValue || greatestSum >> (accWidth - 1) > 0)
            throw new VtaInputException($"an average of {count} numbers is not possible: their sum does not fit accumulators of {accWidth} bits; use a smaller window");
        var twos = BitOperations.TrailingZeroCount(count);
        var operations = new List<KernelOperation> { KernelOperation.Of<AddOperation>(count / 2) };
        if (twos > 0)
            operations.Add(KernelOperation.Of<ShrOperation>(twos));
        if (count >> twos > 1)
            operations.AddRange(Odd(count >> twos, 1 << (width - 1), accWidth));
        return operations;
    }

    /// <summary>Division by an odd number, rounded down, of numbers whose quotients are within -limit to limit - 1.</summary>
    private static IEnumerable<KernelOperation> Odd(int divisor, long limit, int accWidth)
    {
        for (var shift = 30; shift > 0; shift--)
        {
            var floor = (1L << shift) / divisor;
            foreach (var factor in (ReadOnlySpan<long>)[floor, floor + 1])
            {
                // A number quotient·divisor + rest becomes (quotient·(2^shift + error) + rest·factor + offset) >> shift, and what is
                // beside quotient·2^shift has to be within 0 to 2^shift - 1 for all of them.
                var error = factor * divisor - (1L << shift);
                var offset = error > 0 ? limit * error : (limit - 1) * -error;
                var greatest = Math.Max((limit - 1) * error, -limit * error) + (divisor - 1) * factor + offset;
                var fitsAcc = ((limit * divisor * factor + offset) >> (accWidth - 1)) == 0;
                if (factor is > 0 and <= short.MaxValue && offset <= short.MaxValue && greatest < 1L << shift && fitsAcc)
                    return Steps(factor, offset, shift);
            }
        }
        throw new VtaInputException($"an average over {divisor} numbers (or that times a power of two) is not exact with 16-bit factors and accumulators of "
            + $"{accWidth} bits; use a smaller window");
    }

    private static IEnumerable<KernelOperation> Steps(long factor, long offset, int shift)
    {
        yield return KernelOperation.Of<MulOperation>((int)factor);
        if (offset > 0)
            yield return KernelOperation.Of<AddOperation>((int)offset);
        yield return KernelOperation.Of<ShrOperation>(shift);
    }
}
