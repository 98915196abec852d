using Vta.Isa;

namespace Vta.Compiler;

/// <summary>An operator applied to two expressions; made by the operators of <see cref="Expr"/>.</summary>
public sealed record BinaryExpr : Expr
{
    private BinaryExpr(BinaryOperator binaryOperator, Expr left, Expr right)
    {
        Operator = binaryOperator;
        Left = left;
        Right = right;
    }

    public BinaryOperator Operator { get; }

    public Expr Left { get; }

    public Expr Right { get; }

    public override DataType Type => IsCondition(Operator) ? DataType.Bool : Left.Type;

    internal override Expr MapChildren(Func<Expr, Expr> map)
    {
        var (left, right) = (map(Left), map(Right));
        return ReferenceEquals(left, Left) && ReferenceEquals(right, Right) ? this : Create(Operator, left, right);
    }

    internal static Expr Create(BinaryOperator binaryOperator, Expr left, Expr right)
    {
        (left, right) = OfOneType(left, right);
        return (binaryOperator, left, right) switch
        {
            (_, Constant a, Constant b) when !(binaryOperator is BinaryOperator.FloorDivide or BinaryOperator.FloorModulo && b.Value == 0) =>
                new Constant(Apply(binaryOperator, a.Value, b.Value)).As(IsCondition(binaryOperator) ? DataType.Bool : left.Type),
            (BinaryOperator.Add, Constant { Value: 0 }, _) => right,
            (BinaryOperator.Add or BinaryOperator.Subtract, _, Constant { Value: 0 }) => left,
            (BinaryOperator.Multiply, Constant { Value: 1 }, _) => right,
            (BinaryOperator.Multiply or BinaryOperator.FloorDivide, _, Constant { Value: 1 }) => left,
            (BinaryOperator.Multiply, Constant { Value: 0 }, _) or (BinaryOperator.Multiply, _, Constant { Value: 0 }) => new Constant(0).As(left.Type),
            (BinaryOperator.And, Constant a, _) => a.Value != 0 ? right : left,
            (BinaryOperator.And, _, Constant b) => b.Value != 0 ? left : right,
            _ => new BinaryExpr(binaryOperator, left, right),
        };
    }

    /// <summary>Two expressions that can be combined: a number takes the type of the other.</summary>
    /// <exception cref="VtaInputException">They have different types.</exception>
    internal static (Expr Left, Expr Right) OfOneType(Expr left, Expr right) => (left, right) switch
    {
        _ when left.Type == right.Type => (left, right),
        (_, Constant number) => (left, number.As(left.Type)),
        (Constant number, _) => (number.As(right.Type), right),
        _ => throw new VtaInputException($"{left} is {left.Type} and {right} is {right.Type}; cast one of them to combine them"),
    };

    internal static int Apply(BinaryOperator binaryOperator, int left, int right) => binaryOperator switch
    {
        BinaryOperator.Add => checked(left + right),
        BinaryOperator.Subtract => checked(left - right),
        BinaryOperator.Multiply => checked(left * right),
        BinaryOperator.Min => Math.Min(left, right),
        BinaryOperator.Max => Math.Max(left, right),
        BinaryOperator.FloorDivide => FloorDivide(left, right),
        BinaryOperator.FloorModulo => left - FloorDivide(left, right) * right,
        BinaryOperator.ShiftLeft => right < 32 ? left << right : 0,
        BinaryOperator.ShiftRight => left >> Math.Min(right, 31),
        BinaryOperator.Less => left < right ? 1 : 0,
        BinaryOperator.LessOrEqual => left <= right ? 1 : 0,
        _ => left & right,
    };

    private static bool IsCondition(BinaryOperator binaryOperator) =>
        binaryOperator is BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.And;

    private static int FloorDivide(int left, int right)
    {
        var quotient = left / right;
        return left % right != 0 && (left < 0) != (right < 0) ? quotient - 1 : quotient;
    }
}
