using Vta.Isa.Alu;

/// <summary>
/// An operation that VTA does not have: |a − b|, wrapping. This is all there is to say about it. The encoding, the hardware and its
/// Verilog, both simulators, the disassembler and the schedule language take it from here.
/// </summary>
internal readonly struct AbsoluteDifference : IAluOperation
{
    public static string Name => "ABSDIFF";

    public static int Code => 5;

    public static T Evaluate<TAlgebra, T>(TAlgebra algebra, T left, T right)
        where TAlgebra : IAluAlgebra<T> =>
        algebra.SelectIfLess(left, right, algebra.Subtract(right, left), algebra.Subtract(left, right));
}
