using Vta.Compiler.LoopIr;
using Vta.Compiler.LoopIr.Arithmetic;

namespace Vta.Compiler.Passes;

/// <summary>Loops directly inside of each other, outermost first, and what they run.</summary>
internal sealed record LoopNest(IReadOnlyList<For> Loops, Stmt Body)
{
    internal static LoopNest Of(Stmt statement)
    {
        var loops = new List<For>();
        while (statement is For loop)
        {
            loops.Add(loop);
            statement = loop.Body;
        }
        return new LoopNest(loops, statement);
    }

    /// <summary>Loops around a statement, outermost first.</summary>
    internal static Stmt Around(IEnumerable<For> loops, Stmt body) => loops.Reverse().Aggregate(body, (inner, loop) => loop with { Body = inner });

    /// <summary>Whether one of the loops has another length for each iteration of one around it. Then they are no box.</summary>
    internal bool IsRagged => Loops.Any(outer => Loops.Any(inner => inner.Extent.Uses(outer.Variable)));

    /// <summary>The factor of each loop's variable in an index, and the index where all are 0; null where it is no such sum.</summary>
    internal (IReadOnlyList<int> Strides, Expr Base)? Strides(Expr index)
    {
        var variables = Loops.Select(loop => (Expr)loop.Variable).ToHashSet();
        var (moving, still) = LinearForm.Of(index).Partition((term, _) => variables.Contains(term));
        if (!moving.Fits || !still.Fits)
            return null;
        var start = still.ToExpr();
        return start.All().Any(variables.Contains) ? null : ([.. Loops.Select(loop => (int)moving.Coefficient(loop.Variable))], start);
    }
}
