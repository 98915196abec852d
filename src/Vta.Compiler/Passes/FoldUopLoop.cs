using Vta.Compiler.Commands;
using Vta.Compiler.LoopIr;
using Vta.Compiler.LoopIr.Arithmetic;

namespace Vta.Compiler.Passes;

/// <summary>Makes the two outermost loops of an intrinsic's kernel loops of the instruction; those inside become micro-ops.</summary>
internal static class FoldUopLoop
{
    internal static Stmt Run(Stmt program) => Visit(program);

    private static Stmt Visit(Stmt statement) => statement is KernelScope { Body: For } kernel
        ? new KernelScope(Fold(kernel.Body))
        : statement.Map(Visit);

    private static Stmt Fold(Stmt body)
    {
        var nest = LoopNest.Of(body);
        if (nest.Body is not UopPush push)
            return body;
        var folded = nest.Loops.Where(loop => IsFoldable(loop, nest, push)).Take(KernelLimits.MaxLoops).ToList();
        int Factor(Expr index, For loop) => (int)LinearForm.Of(index).Coefficient(loop.Variable);
        Expr AtStart(Expr index) => folded.Aggregate(index, (expression, loop) => LinearForm.Of(expression.Substitute(loop.Variable, 0)).ToExpr());
        Stmt inner = new UopPush(push.Operation, AtStart(push.Dst), AtStart(push.Src), AtStart(push.Wgt));
        foreach (var loop in nest.Loops.Except(folded).Reverse())
            inner = loop with { Body = inner };
        foreach (var loop in folded.AsEnumerable().Reverse())
            inner = new UopLoop(loop.Extent, Factor(push.Dst, loop), Factor(push.Src, loop), Factor(push.Wgt, loop), inner);
        return inner;
    }

    private static bool IsFoldable(For loop, LoopNest nest, UopPush push) =>
        (loop.Most ?? ((Constant)loop.Extent).Value) <= KernelLimits.MaxExtent
        && ((Expr[])[push.Dst, push.Src, push.Wgt]).All(index => IsSum(index, loop.Variable))
        && nest.Loops.All(other => !other.Extent.Uses(loop.Variable) && !loop.Extent.Uses(other.Variable));

    private static bool IsSum(Expr index, Variable variable)
    {
        var form = LinearForm.Of(index);
        return form.Coefficient(variable) >= 0 && form.Terms.All(term => term.Term.Equals(variable) || !term.Term.Uses(variable));
    }
}
