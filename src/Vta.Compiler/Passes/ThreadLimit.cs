using Vta.Compiler.LoopIr;

namespace Vta.Compiler.Passes;

/// <summary>Which threads have a part in what loops do: those with a value below a limit.</summary>
/// <param name="Value">An index that the thread's number is part of.</param>
/// <param name="Limit">What it has to be less than.</param>
/// <param name="Most">The greatest limit that there is.</param>
internal sealed record ThreadLimit(Expr Value, Expr Limit, int Most)
{
    internal Expr Condition => Value < Limit;

    internal ThreadLimit Substitute(IReadOnlyDictionary<Variable, Expr> values) =>
        this with { Value = Value.Substitute(values), Limit = Limit.Substitute(values) };
}
