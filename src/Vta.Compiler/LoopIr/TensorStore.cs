namespace Vta.Compiler;

/// <summary>A value of a tensor is set.</summary>
public sealed record TensorStore(SymbolicTensor Tensor, IReadOnlyList<Expr> Indices, Expr Value) : Stmt
{
    internal override Stmt Map(Func<Stmt, Stmt> statement, Func<Expr, Expr> expression) =>
        new TensorStore(Tensor, [.. Indices.Select(expression)], expression(Value));
}
