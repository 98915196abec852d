using Vta.Isa;

namespace Vta.Compiler.LoopIr;

/// <summary>Unit <paramref name="To"/> takes a token of its neighbour <paramref name="From"/> before it does anything more.</summary>
public sealed record DepPop(Unit From, Unit To) : Stmt
{
    internal override Stmt Map(Func<Stmt, Stmt> statement, Func<Expr, Expr> expression) => this;
}
