using Vta.Compiler.Commands;
using Vta.Compiler.LoopIr;

namespace Vta.Compiler.Passes;

/// <summary>Lets kernels of an intrinsic take in the loops around them, as far as their micro-ops fit the buffer.</summary>
internal sealed class LiftKernelScope
{
    private readonly int depth;

    private LiftKernelScope(int depth) => this.depth = depth;

    /// <param name="program">The program.</param>
    /// <param name="depth">Micro-ops that the buffer holds.</param>
    internal static Stmt Run(Stmt program, int depth) => new LiftKernelScope(depth).Visit(program);

    private Stmt Visit(Stmt statement)
    {
        if (statement is CoprocScope { Body: Pragma })
            return statement;
        return statement.Map(Visit) switch
        {
            For { Body: CoprocScope { Body: KernelScope kernel } scope } loop when MicroOps(loop, kernel) <= depth =>
                scope with { Body = new KernelScope(loop with { Body = kernel.Body }) },
            var other => other,
        };
    }

    /// <summary>Micro-ops that are left when the two outermost loops become those of the instruction.</summary>
    private static long MicroOps(For loop, KernelScope kernel)
    {
        var count = 1L;
        var nest = LoopNest.Of(loop with { Body = kernel.Body });
        foreach (var inner in nest.Loops.Skip(KernelLimits.MaxLoops))
            count *= inner.Most ?? ((Constant)inner.Extent).Value;
        return count;
    }
}
