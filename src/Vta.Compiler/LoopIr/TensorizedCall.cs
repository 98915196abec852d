namespace Vta.Compiler.LoopIr;

/// <summary>A call of an intrinsic on parts of tensors; flattening turns it into the statement that the intrinsic stands for.</summary>
/// <param name="Intrinsic">What is called.</param>
/// <param name="IsReset">Whether the result is set to what a reduction begins with, rather than reduced into.</param>
/// <param name="Result">The first value of the part that it writes.</param>
/// <param name="Inputs">The first values of the parts that it reads.</param>
public sealed record TensorizedCall(ITensorFunction Intrinsic, bool IsReset, TensorRead Result, IReadOnlyList<TensorRead> Inputs) : Stmt
{
    internal override Stmt Map(Func<Stmt, Stmt> statement, Func<Expr, Expr> expression) =>
        new TensorizedCall(Intrinsic, IsReset, Part(Result, expression), [.. Inputs.Select(input => Part(input, expression))]);

    private static TensorRead Part(TensorRead read, Func<Expr, Expr> expression) => new(read.Tensor, [.. read.Indices.Select(expression)]);
}
