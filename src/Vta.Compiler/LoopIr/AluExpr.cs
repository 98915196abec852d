using Vta.Compiler.Tensors;
using Vta.Isa;

namespace Vta.Compiler.LoopIr;

/// <summary>An operation of the ALU that has no operator of its own, such as one that extends the hardware.</summary>
public sealed class AluExpr : Expr
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

    private protected override object Identity => (Operation, Left, Right);

    internal static Expr Create(AluOperation operation, Expr left, Expr right)
    {
        (left, right) = BinaryExpr.OfOneType(left, right);
        if (left.Type == DataType.Bool)
            throw new VtaInputException($"{operation} takes integers, and {left} is a condition; Te.IfThenElse makes numbers of it");
        return (left, right) is (Constant a, Constant b)
            ? new Constant(ValueArithmetic.Apply(operation, left.Type, a.Value, b.Value)).As(left.Type)
            : new AluExpr(operation, left, right);
    }

    internal override Expr MapChildren(Func<Expr, Expr> map)
    {
        var (left, right) = (map(Left), map(Right));
        return ReferenceEquals(left, Left) && ReferenceEquals(right, Right) ? this : Create(Operation, left, right);
    }
}
