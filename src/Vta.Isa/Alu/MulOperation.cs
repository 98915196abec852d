namespace Vta.Isa.Alu;

/// <summary>The low ACC_WIDTH bits of the product.</summary>
public readonly struct MulOperation : IAluOperation
{
    public static string Name => "MUL";

    public static int Code => 4;

    public static T Evaluate<TAlgebra, T>(TAlgebra algebra, T left, T right)
        where TAlgebra : IAluAlgebra<T> =>
        algebra.Multiply(left, right);
}
