namespace Vta.Compiler.LoopIr;

/// <summary>A buffer for as long as a body runs.</summary>
public sealed record Allocate(LoopBuffer Buffer, Stmt Body) : Stmt
{
    /// <summary>Virtual threads that have a copy each, one after the other.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>The buffer whose place it takes, value by value; null where it has its own.</summary>
    public LoopBuffer? InPlaceOf { get; init; }

    internal override Stmt Map(Func<Stmt, Stmt> statement, Func<Expr, Expr> expression)
    {
        var body = statement(Body);
        return Same(body, Body) ? this : this with { Body = body };
    }
}
