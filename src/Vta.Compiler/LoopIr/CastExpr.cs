namespace Vta.Compiler;

/// <summary>A value as another type: sign-extended, or its low bits.</summary>
public sealed record CastExpr(DataType To, Expr Value) : Expr
{
    public override DataType Type => To;

    internal override Expr MapChildren(Func<Expr, Expr> map)
    {
        var value = map(Value);
        return ReferenceEquals(value, Value) ? this : value.Cast(To);
    }
}
