namespace Vta.Isa.Alu;

/// <summary>The lesser, as signed numbers.</summary>
public readonly struct MinOperation : IAluOperation
{
    public static string Name => "MIN";

    public static int Code => 0;

    public static T Evaluate<TAlgebra, T>(TAlgebra algebra, T left, T right)
        where TAlgebra : IAluAlgebra<T> =>
        algebra.SelectIfLess(left, right, left, right);
}
