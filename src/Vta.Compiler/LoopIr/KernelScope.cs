namespace Vta.Compiler.LoopIr;

/// <summary>
/// A GEMM or ALU instruction: its body is run once to record the micro-ops and loops, not the work itself. Variables of loops
/// around it make one kernel for each of their values; equal ones share their micro-ops.
/// </summary>
public sealed record KernelScope(Stmt Body) : Stmt
{
    /// <summary>Variables of surrounding loops that the body uses: what its micro-ops depend on.</summary>
    internal IReadOnlyList<Variable> FreeVariables => field ??= [.. FreeIn(Body)];

    internal override Stmt Map(Func<Stmt, Stmt> statement, Func<Expr, Expr> expression)
    {
        var body = statement(Body);
        return Same(body, Body) ? this : new KernelScope(body);
    }

    private static HashSet<Variable> FreeIn(Stmt statement)
    {
        var free = new HashSet<Variable>();
        switch (statement)
        {
            case Sequence sequence:
                foreach (var part in sequence.Statements)
                    free.UnionWith(FreeIn(part));
                break;
            case For loop:
                free.UnionWith(FreeIn(loop.Body));
                free.Remove(loop.Variable);
                loop.Extent.CollectVariables(free);
                break;
            case UopLoop loop:
                free.UnionWith(FreeIn(loop.Body));
                foreach (var expression in (Expr[])[loop.Extent, loop.DstFactor, loop.SrcFactor, loop.WgtFactor])
                    expression.CollectVariables(free);
                break;
            case UopPush push:
                foreach (var expression in (Expr[])[push.Dst, push.Src, push.Wgt])
                    expression.CollectVariables(free);
                break;
            default:
                throw new InvalidOperationException($"a kernel cannot hold {statement.GetType().Name}");
        }
        return free;
    }
}
