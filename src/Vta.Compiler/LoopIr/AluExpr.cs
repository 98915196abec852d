using Vta.Isa;

namespace Vta.Compiler;

/// <summary>An operation of the ALU that has no operator of its own, such as one that extends the hardware.</summary>
public sealed record AluExpr : Expr
{
    private AluExpr(AluOperation operation, Expr left, Expr right)
    {
        Operation = operation;
        Left = left;
        Right = right;
    }

    public AluOperation Operation { get; }

    public Expr Left { get; }

    public Expr Right { get; }

    public override DataType Type => Left.Type;

    internal static AluExpr Create(AluOperation operation, Expr left, Expr right)
    {
        (left, right) = BinaryExpr.OfOneType(left, right);
        return new AluExpr(operation, left, right);
    }

    internal override Expr MapChildren(Func<Expr, Expr> map)
    {
        var (left, right) = (map(Left), map(Right));
        return ReferenceEquals(left, Left) && ReferenceEquals(right, Right) ? this : new AluExpr(Operation, left, right);
    }
}
