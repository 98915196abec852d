namespace Vta.Compiler;

/// <summary>Puts the addresses of buffers in place of their names.</summary>
internal static class ResolveAddresses
{
    internal static Stmt Run(Stmt program, Placement placement, Bounds bounds)
    {
        var simplifier = new Simplifier(bounds);
        Expr Address(Expr expression) => expression.MapChildren(Address) is var mapped && mapped is BufferAddress address
            ? address.Element + placement.Starts[address.Buffer]
            : mapped;
        Stmt Visit(Stmt statement) => statement is Allocate { Buffer.Scope.IsOnChip: true } allocate
            ? Visit(allocate.Body)
            : statement.Map(Visit, expression => simplifier.Simplify(Address(expression)));
        return Visit(program);
    }
}
