namespace Vta.Isa.Requant;

/// <summary>
/// The ALU operation REQUANT: what makes an 8-bit value of an accumulator, by parameters of its lane. Defined once for simulators and hardware, in steps
/// that the hardware runs in a cycle each. <c>docs/semantics.md</c> has it in formulas.
/// </summary>
public static class RequantOperation
{
    /// <summary>Name as the disassembler shows it.</summary>
    public const string Name = "REQUANT";

    /// <summary>Value of the alu_opcode field.</summary>
    public const int Code = 5;

    /// <summary>Bits of accumulators and of results.</summary>
    public const int Width = 32;

    // The binary point of the multiplier.
    private const int FractionBits = 31;

    /// <summary>The result for an accumulator.</summary>
    public static T Evaluate<TAlgebra, T>(TAlgebra algebra, T accumulator, RequantLane<T> lane)
        where TAlgebra : IExactAlgebra<T> =>
        Result(algebra, Nudged(algebra, Product(algebra, Scaled(algebra, accumulator, lane), lane), lane), lane);

    /// <summary>Step 1: bias and left shift. Only two roundings shift here, which loses what leaves 32 bits; others shift the product less to the right.</summary>
    public static T Scaled<TAlgebra, T>(TAlgebra algebra, T accumulator, RequantLane<T> lane)
        where TAlgebra : IExactAlgebra<T>
    {
        var sum = algebra.Wrap(algebra.Add(accumulator, lane.Bias), Width);
        return IfDouble(algebra, lane, algebra.Wrap(algebra.ShiftLeft(sum, lane.LeftShift, Width), Width), sum);
    }

    /// <summary>Step 2: times the multiplier, exact.</summary>
    public static T Product<TAlgebra, T>(TAlgebra algebra, T scaled, RequantLane<T> lane)
        where TAlgebra : IExactAlgebra<T> =>
        algebra.Multiply(scaled, lane.Multiplier);

    /// <summary>Step 3: what rounds, so that the shift of step 4 has only to drop bits.</summary>
    public static T Nudged<TAlgebra, T>(TAlgebra algebra, T product, RequantLane<T> lane)
        where TAlgebra : IExactAlgebra<T>
    {
        var (zero, one) = (algebra.Constant(0), algebra.Constant(1));

        // The high half, halves up; then halves away from zero, where something is shifted at all.
        var high = algebra.ShiftRight(algebra.Add(product, algebra.Constant(1L << (FractionBits - 1))), algebra.Constant(FractionBits));
        var awayFromZero = algebra.SelectIfLess(high, zero, algebra.SelectIfLess(zero, lane.RightShift, one, zero), zero);
        var two = algebra.Subtract(algebra.Add(high, Half(algebra, lane.RightShift)), awayFromZero);

        // Half up, or less by one where that would make an odd number of a tie.
        var count = DroppedBits(algebra, lane);
        var half = Half(algebra, count);
        var isEven = algebra.Add(algebra.Wrap(algebra.ShiftRight(product, count), 1), one);
        var toEven = algebra.SelectIfLess(one, lane.Rounding, algebra.SelectIfLess(zero, half, isEven, zero), zero);
        var once = algebra.Subtract(algebra.Add(product, half), toEven);
        return IfDouble(algebra, lane, two, once);
    }

    /// <summary>Step 4: the shift, zero point and clamp.</summary>
    public static T Result<TAlgebra, T>(TAlgebra algebra, T nudged, RequantLane<T> lane)
        where TAlgebra : IExactAlgebra<T>
    {
        var rounded = algebra.Wrap(algebra.ShiftRight(nudged, DroppedBits(algebra, lane)), Width);
        var value = algebra.Add(rounded, lane.ZeroPoint);
        var clamped = algebra.SelectIfLess(value, lane.Minimum, lane.Minimum, algebra.SelectIfLess(lane.Maximum, value, lane.Maximum, value));
        return algebra.Wrap(algebra.SelectIfLess(algebra.Constant(0), lane.Narrows, clamped, value), Width);
    }

    /// <summary>What step 4 shifts by.</summary>
    private static T DroppedBits<TAlgebra, T>(TAlgebra algebra, RequantLane<T> lane)
        where TAlgebra : IExactAlgebra<T> =>
        IfDouble(algebra, lane, lane.RightShift, algebra.Subtract(algebra.Add(algebra.Constant(FractionBits), lane.RightShift), lane.LeftShift));

    /// <summary>2^(count − 1); 0 for a count of 0.</summary>
    private static T Half<TAlgebra, T>(TAlgebra algebra, T count)
        where TAlgebra : IExactAlgebra<T> =>
        algebra.ShiftRight(algebra.ShiftLeft(algebra.Constant(1), count, 2 * Width), algebra.Constant(1));

    private static T IfDouble<TAlgebra, T>(TAlgebra algebra, RequantLane<T> lane, T isDouble, T isNot)
        where TAlgebra : IExactAlgebra<T> =>
        algebra.SelectIfLess(lane.Rounding, algebra.Constant((int)RequantRounding.Single), isDouble, isNot);
}
