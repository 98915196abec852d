namespace Vta.Compiler.LoopIr;

/// <summary>A body that runs where a condition holds.</summary>
public sealed record If : Stmt
{
    private If(Expr condition, Stmt body)
    {
        Condition = condition;
        Body = body;
    }

    public Expr Condition { get; }

    public Stmt Body { get; }

    /// <summary>The body under a condition; where that is known, all of it or nothing.</summary>
    internal static Stmt Of(Expr condition, Stmt body) => condition switch
    {
        Constant { Value: 0 } => Nothing,
        Constant => body,
        _ => new If(condition, body),
    };

    internal override Stmt Map(Func<Stmt, Stmt> statement, Func<Expr, Expr> expression)
    {
        var (condition, body) = (expression(Condition), statement(Body));
        return Same(condition, Condition) && Same(body, Body) ? this : Of(condition, body);
    }
}
