namespace Vta.Compiler;

/// <summary>Where an element of a buffer lies in its on-chip memory; known once buffers are allocated.</summary>
public sealed record BufferAddress(LoopBuffer Buffer, Expr Element) : Expr
{
    internal override Expr MapChildren(Func<Expr, Expr> map)
    {
        var element = map(Element);
        return ReferenceEquals(element, Element) ? this : new BufferAddress(Buffer, element);
    }
}
