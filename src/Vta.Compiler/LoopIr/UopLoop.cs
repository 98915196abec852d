namespace Vta.Compiler.LoopIr;

/// <summary>A loop that the instruction itself runs: each iteration adds the factors to the micro-ops' indices. At most two nest.</summary>
public sealed record UopLoop(Expr Extent, Expr DstFactor, Expr SrcFactor, Expr WgtFactor, Stmt Body) : Stmt
{
    internal override Stmt Map(Func<Stmt, Stmt> statement, Func<Expr, Expr> expression)
    {
        var (extent, dst, src, wgt) = (expression(Extent), expression(DstFactor), expression(SrcFactor), expression(WgtFactor));
        var body = statement(Body);
        return Same(extent, Extent) && Same(dst, DstFactor) && Same(src, SrcFactor) && Same(wgt, WgtFactor) && Same(body, Body)
            ? this
            : new UopLoop(extent, dst, src, wgt, body);
    }
}
