using Vta.Isa;

namespace Vta.Compiler;

/// <summary>An operation of the ALU that has no operator of its own, such as one that extends the hardware.</summary>
public sealed record AluExpr(AluOperation Operation, Expr Left, Expr Right) : Expr
{
    public override DataType Type => Left.Type;

    internal override Expr MapChildren(Func<Expr, Expr> map)
    {
        var (left, right) = (map(Left), map(Right));
        return ReferenceEquals(left, Left) && ReferenceEquals(right, Right) ? this : new AluExpr(Operation, left, right);
    }
}
