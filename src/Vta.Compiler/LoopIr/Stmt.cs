namespace Vta.Compiler.LoopIr;

/// <summary>
/// A statement of the loop IR; all kinds are in Statements.cs. Lowering goes from loops of tensors (<see cref="Realize"/>,
/// <see cref="TensorStore"/>) through loops of buffers to the units' commands, which a <see cref="CommandProgram"/> is made of: at each step a
/// <see cref="Language"/> says which kinds there are.
/// </summary>
public abstract record Stmt
{
    /// <summary>A statement that does nothing.</summary>
    internal static Stmt Nothing { get; } = new Sequence();

    /// <summary>Its own expressions.</summary>
    internal virtual IReadOnlyList<Expr> Expressions => [];

    /// <summary>The statements in it.</summary>
    internal virtual IReadOnlyList<Stmt> Bodies => [];

    /// <summary>The variable that its bodies may use; null for none.</summary>
    internal virtual Variable? Bound => null;

    /// <summary>The program in TVM's script notation.</summary>
    public sealed override string ToString() => ScriptPrinter.Print(this);

    /// <summary>This statement with other parts; itself where none changed. Expressions come first.</summary>
    internal Stmt Map(Func<Stmt, Stmt> statement, Func<Expr, Expr>? expression = null)
    {
        var (expressions, isSame) = Rewriting.Each(Expressions, expression);
        var (bodies, isSameBody) = Rewriting.Each(Bodies, statement);
        return isSame && isSameBody ? this : With(expressions, bodies);
    }

    /// <summary>This statement and all within it.</summary>
    internal IEnumerable<Stmt> All() => Bodies.SelectMany(body => body.All()).Prepend(this);

    /// <summary>Variables that it uses and does not bind.</summary>
    internal IReadOnlySet<Variable> Free()
    {
        var free = new HashSet<Variable>();
        foreach (var body in Bodies)
            free.UnionWith(body.Free());
        if (Bound is { } bound)
            free.Remove(bound);
        foreach (var expression in Expressions)
            expression.CollectVariables(free);
        return free;
    }

    /// <summary>This statement with a variable replaced.</summary>
    internal Stmt Substitute(Variable variable, Expr value) =>
        Map(part => part.Substitute(variable, value), expression => expression.Substitute(variable, value));

    /// <summary>This statement with other expressions and bodies, where it has any.</summary>
    private protected virtual Stmt With(IReadOnlyList<Expr> expressions, IReadOnlyList<Stmt> bodies) =>
        throw new InvalidOperationException($"{GetType().Name} has no parts");
}
