namespace Vta.Compiler.LoopIr;

/// <summary>A body that virtual threads run, each with its own buffers; what they do is interleaved.</summary>
public sealed record VirtualThread(Variable Variable, int Threads, Stmt Body) : Stmt
{
    internal override Stmt Map(Func<Stmt, Stmt> statement, Func<Expr, Expr> expression)
    {
        var body = statement(Body);
        return Same(body, Body) ? this : this with { Body = body };
    }
}
