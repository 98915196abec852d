namespace Vta.Isa.Alu;

/// <summary>The sum, wrapping.</summary>
public readonly struct AddOperation : IAluOperation
{
    public static string Name => "ADD";

    public static int Code => 2;

    public static T Evaluate<TAlgebra, T>(TAlgebra algebra, T left, T right)
        where TAlgebra : IAluAlgebra<T> =>
        algebra.Add(left, right);
}
