namespace Vta.Compiler.LoopIr;

/// <summary>Where an element of a buffer lies in its on-chip memory; known once buffers are allocated.</summary>
public sealed class BufferAddress(LoopBuffer buffer, Expr element) : Expr
{
    public LoopBuffer Buffer { get; } = buffer;

    public Expr Element { get; } = element;

    private protected override object Identity => (Buffer, Element);

    internal override Expr MapChildren(Func<Expr, Expr> map)
    {
        var element = map(Element);
        return ReferenceEquals(element, Element) ? this : new BufferAddress(Buffer, element);
    }
}
