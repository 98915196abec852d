using Vta.Compiler.Tensors;

namespace Vta.Compiler.LoopIr;

/// <summary>A value as another type: sign-extended, or its low bits. Made by <see cref="Expr.Cast"/>.</summary>
public sealed class CastExpr : Expr
{
    internal CastExpr(DataType to, Expr value) => (To, Value) = (to, value);

    public DataType To { get; }

    public Expr Value { get; }

    public override DataType Type => To;

    private protected override object Identity => (To, Value);

    internal override Expr MapChildren(Func<Expr, Expr> map)
    {
        var value = map(Value);
        return ReferenceEquals(value, Value) ? this : value.Cast(To);
    }
}
