namespace Vta.Compiler;

/// <summary>One of two values. Only the one that is chosen is read.</summary>
public sealed record SelectExpr(Expr Condition, Expr WhenTrue, Expr Otherwise) : Expr
{
    public override DataType Type => WhenTrue.Type;

    internal override Expr MapChildren(Func<Expr, Expr> map)
    {
        var (condition, whenTrue, otherwise) = (map(Condition), map(WhenTrue), map(Otherwise));
        if (condition is Constant known)
            return known.Value != 0 ? whenTrue : otherwise;
        return ReferenceEquals(condition, Condition) && ReferenceEquals(whenTrue, WhenTrue) && ReferenceEquals(otherwise, Otherwise)
            ? this
            : new SelectExpr(condition, whenTrue, otherwise);
    }
}
