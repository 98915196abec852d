namespace Vta.Compiler.LoopIr;

/// <summary>Statements one after the other.</summary>
public sealed record Sequence(params IReadOnlyList<Stmt> Statements) : Stmt
{
    /// <summary>The statements as one, sequences among them taken apart.</summary>
    internal static Stmt Of(params IEnumerable<Stmt> statements)
    {
        Stmt[] flat = [.. statements.SelectMany(statement => statement is Sequence inner ? inner.Statements : [statement])];
        return flat.Length == 1 ? flat[0] : new Sequence(flat);
    }

    internal override Stmt Map(Func<Stmt, Stmt> statement, Func<Expr, Expr> expression)
    {
        Stmt[] mapped = [.. Statements.Select(statement)];
        return mapped.Zip(Statements).All(pair => Same(pair.First, pair.Second)) ? this : Of(mapped);
    }
}
