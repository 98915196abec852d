using Vta.Compiler.Tensors;

namespace Vta.Compiler.LoopIr;

/// <summary>A value of a buffer.</summary>
public sealed class BufferLoad(LoopBuffer buffer, Expr index) : Expr
{
    public LoopBuffer Buffer { get; } = buffer;

    public Expr Index { get; } = index;

    public override DataType Type => Buffer.Type;

    private protected override object Identity => (Buffer, Index);

    internal override Expr MapChildren(Func<Expr, Expr> map)
    {
        var index = map(Index);
        return ReferenceEquals(index, Index) ? this : new BufferLoad(Buffer, index);
    }
}
