namespace Vta.Compiler;

/// <summary>A buffer for as long as a body runs.</summary>
public sealed record Allocate(LoopBuffer Buffer, Stmt Body) : Stmt
{
    internal override Stmt Map(Func<Stmt, Stmt> statement, Func<Expr, Expr> expression)
    {
        var body = statement(Body);
        return Same(body, Body) ? this : this with { Body = body };
    }
}
