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

    public override string ToString() => Operator switch
    {
        BinaryOperator.Add => $"({Left} + {Right})",
        BinaryOperator.Subtract => $"({Left} - {Right})",
        BinaryOperator.Multiply => $"({Left} * {Right})",
        BinaryOperator.Min => $"min({Left}, {Right})",
        _ => $"max({Left}, {Right})",
    };

    internal override void CollectVariables(ISet<Variable> variables)
    {
        Left.CollectVariables(variables);
        Right.CollectVariables(variables);
    }

    internal static Expr Create(BinaryOperator binaryOperator, Expr left, Expr right) => (binaryOperator, left, right) switch
    {
        (_, Constant a, Constant b) => Apply(binaryOperator, a.Value, b.Value),
        (BinaryOperator.Add, Constant { Value: 0 }, _) => right,
        (BinaryOperator.Add or BinaryOperator.Subtract, _, Constant { Value: 0 }) => left,
        (BinaryOperator.Multiply, Constant { Value: 1 }, _) => right,
        (BinaryOperator.Multiply, _, Constant { Value: 1 }) => left,
        (BinaryOperator.Multiply, Constant { Value: 0 }, _) or (BinaryOperator.Multiply, _, Constant { Value: 0 }) => 0,
        _ => new BinaryExpr(binaryOperator, left, right),
    };

    internal static int Apply(BinaryOperator binaryOperator, int left, int right) => binaryOperator switch
    {
        BinaryOperator.Add => checked(left + right),
        BinaryOperator.Subtract => checked(left - right),
        BinaryOperator.Multiply => checked(left * right),
        BinaryOperator.Min => Math.Min(left, right),
        _ => Math.Max(left, right),
    };
}
