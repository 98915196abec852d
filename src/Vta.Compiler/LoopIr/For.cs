namespace Vta.Compiler.LoopIr;

/// <summary>A loop of <paramref name="Variable"/> from 0 to below <paramref name="Extent"/>.</summary>
public sealed record For(Variable Variable, Expr Extent, Stmt Body) : Stmt
{
    /// <summary>The most iterations, where the extent is not the same every time.</summary>
    internal int? Most { get; init; }

    /// <summary>The loop around a body that uses its variable. A loop of one is just its body, at 0.</summary>
    public static Stmt Each(string name, Expr extent, Func<Expr, Stmt> body)
    {
        if (extent is Constant { Value: 1 })
            return body(0);
        var variable = new Variable(name);
        return new For(variable, extent, body(variable));
    }

    internal override Stmt Map(Func<Stmt, Stmt> statement, Func<Expr, Expr> expression)
    {
        var (extent, body) = (expression(Extent), statement(Body));
        return Same(extent, Extent) && Same(body, Body) ? this : this with { Extent = extent, Body = body };
    }
}
