namespace Vta.Compiler.LoopIr;

/// <summary>A value of a tensor is set.</summary>
public sealed record TensorStore(DataProducer Tensor, IReadOnlyList<Expr> Indices, Expr Value) : Stmt
{
    internal override Stmt Map(Func<Stmt, Stmt> statement, Func<Expr, Expr> expression) =>
        new TensorStore(Tensor, [.. Indices.Select(expression)], expression(Value));
}
