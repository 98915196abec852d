using Vta.Compiler.Commands;

namespace Vta.Compiler.LoopIr;

/// <summary>One micro-op: what it does, the same for all of its kernel, and its indices.</summary>
public sealed record UopPush(KernelOperation Operation, Expr Dst, Expr Src, Expr Wgt) : Stmt
{
    internal override Stmt Map(Func<Stmt, Stmt> statement, Func<Expr, Expr> expression)
    {
        var (dst, src, wgt) = (expression(Dst), expression(Src), expression(Wgt));
        return Same(dst, Dst) && Same(src, Src) && Same(wgt, Wgt) ? this : new UopPush(Operation, dst, src, wgt);
    }
}
