namespace Vta.Compiler.LoopIr;

/// <summary>The part of a tensor that a body computes and uses.</summary>
/// <param name="Tensor">The tensor.</param>
/// <param name="Ranges">The part, along each axis.</param>
/// <param name="Scope">Where it is kept.</param>
/// <param name="Body">What computes and uses it.</param>
public sealed record Realize(DataProducer Tensor, IReadOnlyList<AxisRange> Ranges, MemoryScope Scope, Stmt Body) : Stmt
{
    internal override Stmt Map(Func<Stmt, Stmt> statement, Func<Expr, Expr> expression)
    {
        AxisRange[] ranges = [.. Ranges.Select(range => range with { Min = expression(range.Min), Extent = expression(range.Extent) })];
        return new Realize(Tensor, ranges, Scope, statement(Body));
    }
}
