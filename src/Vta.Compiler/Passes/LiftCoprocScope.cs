using Vta.Compiler.LoopIr;

namespace Vta.Compiler.Passes;

/// <summary>Makes the parts of a program that one unit does as large as possible: neighbours become one, and loops go inside.</summary>
internal static class LiftCoprocScope
{
    internal static Stmt Run(Stmt program) => Visit(program);

    private static Stmt Visit(Stmt statement) => statement is CoprocScope ? statement : statement.Map(Visit) switch
    {
        For { Body: CoprocScope scope } loop => scope with { Body = loop with { Body = scope.Body } },
        If { Body: CoprocScope scope } choice => scope with { Body = If.Of(choice.Condition, scope.Body) },
        Allocate { Body: CoprocScope scope } allocate => scope with { Body = allocate with { Body = scope.Body } },
        Sequence sequence => Merge(sequence),
        var other => other,
    };

    private static Stmt Merge(Sequence sequence)
    {
        var merged = new List<Stmt>();
        foreach (var statement in sequence.Statements)
        {
            if (statement is CoprocScope next && merged.Count > 0 && merged[^1] is CoprocScope last && last.Unit == next.Unit)
                merged[^1] = last with { Body = Sequence.Of(last.Body, next.Body) };
            else
                merged.Add(statement);
        }
        return Sequence.Of(merged);
    }
}
