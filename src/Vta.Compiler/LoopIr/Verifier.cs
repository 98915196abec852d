namespace Vta.Compiler.LoopIr;

/// <summary>
/// Checks what every pass relies on, in time linear in the program: it is of a language, variables are those of loops around and of one loop only,
/// kernels hold micro-ops and nothing else does. What it finds is a defect of the pass before.
/// </summary>
internal sealed class Verifier
{
    private readonly Language language;
    private readonly HashSet<Variable> bound = [];
    private bool isInKernel;

    private Verifier(Language language) => this.language = language;

    /// <exception cref="InvalidOperationException">Something is wrong.</exception>
    internal static void Check(Stmt program, Language language) => new Verifier(language).Visit(program);

    private void Visit(Stmt statement)
    {
        if (!language.Has(statement))
            throw Defect(statement, $"is not part of {language.Name}");
        if (statement is not (Sequence or For) && (statement is UopLoop or UopPush) != isInKernel)
            throw Defect(statement, isInKernel ? "is in a kernel" : "is in no kernel");
        foreach (var expression in statement.Expressions)
            Visit(expression, statement);
        if (statement.Bound is { } variable && !bound.Add(variable))
            throw Defect(statement, $"is in another loop of {variable.Name}");
        isInKernel |= statement is KernelScope;
        foreach (var body in statement.Bodies)
            Visit(body);
        isInKernel &= statement is not KernelScope;
        if (statement.Bound is { } ended)
            bound.Remove(ended);
    }

    private void Visit(Expr expression, Stmt statement)
    {
        if (!language.Has(expression))
            throw Defect(statement, $"has {expression}, which is not part of {language.Name}");
        if (expression is Variable variable && !bound.Contains(variable))
            throw Defect(statement, $"uses {variable.Name}, which is of no loop around it");
        foreach (var child in expression.Children)
            Visit(child, statement);
    }

    private static InvalidOperationException Defect(Stmt statement, string what) => new($"{statement.GetType().Name} {what}:\n{statement}");
}
