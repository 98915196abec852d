namespace Vta.Compiler.LoopIr;

/// <summary>A value of a buffer is set.</summary>
public sealed record BufferStore(LoopBuffer Buffer, Expr Index, Expr Value) : Stmt
{
    internal override Stmt Map(Func<Stmt, Stmt> statement, Func<Expr, Expr> expression)
    {
        var (index, value) = (expression(Index), expression(Value));
        return Same(index, Index) && Same(value, Value) ? this : new BufferStore(Buffer, index, value);
    }
}
