using Vta.Compiler.LoopIr;
using Vta.Compiler.LoopIr.Arithmetic;

namespace Vta.Compiler.Passes;

/// <summary>Puts the addresses of buffers in place of their names.</summary>
internal static class ResolveAddresses
{
    internal static Stmt Run(Stmt program, Placement placement, Bounds bounds)
    {
        var simplifier = new Simplifier(bounds);
        Stmt Visit(Stmt statement) => statement is Allocate { Buffer.Scope.IsOnChip: true } allocate
            ? Visit(allocate.Body)
            : statement.Map(Visit, expression => simplifier.Simplify(Resolve(expression, placement)));
        return Visit(program);
    }

    /// <summary>An index with places in a memory in place of elements of buffers.</summary>
    internal static Expr Resolve(Expr index, Placement placement) => index.MapChildren(child => Resolve(child, placement)) switch
    {
        BufferAddress address => address.Element + placement.Starts[address.Buffer],
        var other => other,
    };
}
