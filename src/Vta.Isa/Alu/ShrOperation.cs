namespace Vta.Isa.Alu;

/// <summary>
/// Shift by a signed count: right, filling with the sign, for a count of zero or more; left by its magnitude for a negative one.
/// Counts beyond the width shift everything out.
/// </summary>
public readonly struct ShrOperation : IAluOperation
{
    public static string Name => "SHR";

    public static int Code => 3;

    public static T Evaluate<TAlgebra, T>(TAlgebra algebra, T left, T right)
        where TAlgebra : IAluAlgebra<T>
    {
        var zero = algebra.Constant(0);
        // The most negative count is its own negation; taken as unsigned it is beyond any width, as it should be.
        return algebra.SelectIfLess(
            right,
            zero,
            algebra.ShiftLeft(left, algebra.Subtract(zero, right)),
            algebra.ShiftRight(left, right));
    }
}
