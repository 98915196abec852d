using Vta.Isa;

namespace Vta.Compiler.LoopIr;

/// <summary>Commands of one unit.</summary>
public sealed record CoprocScope(Unit Unit, Stmt Body) : Stmt
{
    internal override Stmt Map(Func<Stmt, Stmt> statement, Func<Expr, Expr> expression)
    {
        var body = statement(Body);
        return Same(body, Body) ? this : this with { Body = body };
    }
}
