namespace Vta.Isa.Alu;

/// <summary>The greater, as signed numbers.</summary>
public readonly struct MaxOperation : IAluOperation
{
    public static string Name => "MAX";

    public static int Code => 1;

    public static T Evaluate<TAlgebra, T>(TAlgebra algebra, T left, T right)
        where TAlgebra : IAluAlgebra<T> =>
        algebra.SelectIfLess(left, right, right, left);
}
