using Vta.Compiler.Tensors;

namespace Vta.Compiler.LoopIr;

/// <summary>A STORE: consecutive outputs as rows into DRAM. All numbers count elements.</summary>
public sealed record StoreBuffer2D(Expr SramIndex, DramBuffer Destination, Expr Offset, Expr XSize, Expr YSize, Expr XStride) : Stmt
{
    internal override Stmt Map(Func<Stmt, Stmt> statement, Func<Expr, Expr> expression)
    {
        var mapped = new StoreBuffer2D(
            expression(SramIndex), Destination, expression(Offset), expression(XSize), expression(YSize), expression(XStride));
        return mapped == this ? this : mapped;
    }
}
