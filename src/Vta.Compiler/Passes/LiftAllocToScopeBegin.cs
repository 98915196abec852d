using Vta.Compiler.LoopIr;

namespace Vta.Compiler.Passes;

/// <summary>Moves allocations to the start of the loop that they are in, so that statements they stood between are neighbours.</summary>
internal static class LiftAllocToScopeBegin
{
    internal static Stmt Run(Stmt program) => Scope(program);

    /// <summary>A body with its allocations around all of it.</summary>
    private static Stmt Scope(Stmt body)
    {
        var buffers = new List<LoopBuffer>();
        var bare = Take(body, buffers);
        return buffers.AsEnumerable().Reverse().Aggregate(bare, (inner, buffer) => new Allocate(buffer, inner));
    }

    private static Stmt Take(Stmt statement, List<LoopBuffer> buffers)
    {
        switch (statement)
        {
            case Allocate allocate:
                buffers.Add(allocate.Buffer);
                return Take(allocate.Body, buffers);
            case Sequence:
                return statement.Map(part => Take(part, buffers));
            default:
                return statement.Map(Scope);
        }
    }
}
