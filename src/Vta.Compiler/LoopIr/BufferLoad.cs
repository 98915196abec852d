namespace Vta.Compiler;

/// <summary>A value of a buffer.</summary>
public sealed record BufferLoad(LoopBuffer Buffer, Expr Index) : Expr
{
    public override DataType Type => Buffer.Type;

    internal override Expr MapChildren(Func<Expr, Expr> map)
    {
        var index = map(Index);
        return ReferenceEquals(index, Index) ? this : new BufferLoad(Buffer, index);
    }
}
