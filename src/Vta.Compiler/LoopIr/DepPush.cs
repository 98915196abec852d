using Vta.Isa;

namespace Vta.Compiler.LoopIr;

/// <summary>Unit <paramref name="From"/> gives its neighbour <paramref name="To"/> a token once all it was told so far is done.</summary>
public sealed record DepPush(Unit From, Unit To) : Stmt
{
    internal override Stmt Map(Func<Stmt, Stmt> statement, Func<Expr, Expr> expression) => this;
}
