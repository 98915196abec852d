namespace Vta.Compiler;

/// <summary>Rewrites indices to sums in one form, and decides what the extents of loops decide.</summary>
/// <param name="bounds">What the loops around say of their variables.</param>
internal sealed class Simplifier(Bounds bounds)
{
    internal Bounds Bounds { get; } = bounds;

    internal Expr Simplify(Expr expression)
    {
        var simple = expression.MapChildren(Simplify);
        return simple is BinaryExpr binary && IsIndex(binary.Left) && IsIndex(binary.Right) ? Simplify(binary) : simple;
    }

    private static bool IsIndex(Expr expression) =>
        expression.All().All(part => part is Constant or Variable or BinaryExpr or BufferAddress);

    private Expr Simplify(BinaryExpr binary) => binary.Operator switch
    {
        BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply when binary.Type == DataType.Int32 => LinearForm.Of(binary).ToExpr(),
        BinaryOperator.Min => Difference(binary) switch
        {
            { Max: <= 0 } => binary.Left,
            { Min: >= 0 } => binary.Right,
            _ => binary,
        },
        BinaryOperator.Max => Difference(binary) switch
        {
            { Min: >= 0 } => binary.Left,
            { Max: <= 0 } => binary.Right,
            _ => binary,
        },
        BinaryOperator.Less => Decide(binary, Difference(binary) is { Max: < 0 }, Difference(binary) is { Min: >= 0 }),
        BinaryOperator.LessOrEqual => Decide(binary, Difference(binary) is { Max: <= 0 }, Difference(binary) is { Min: > 0 }),
        BinaryOperator.FloorDivide when binary.Right is Constant { Value: > 0 } divisor => Divide(binary, divisor.Value),
        BinaryOperator.FloorModulo when binary.Right is Constant { Value: > 0 } divisor => Modulo(binary, divisor.Value),
        _ => binary,
    };

    private Interval Difference(BinaryExpr binary) => Bounds.OfSum(LinearForm.Of(binary.Left - binary.Right));

    private static Expr Decide(BinaryExpr binary, bool isTrue, bool isFalse) =>
        isTrue || isFalse ? new Constant(isTrue ? 1 : 0).As(DataType.Bool) : binary;

    /// <summary>Multiples of the divisor, and the rest with the least number that is not negative.</summary>
    private static (LinearForm Multiples, LinearForm Remainder) Split(Expr expression, int divisor)
    {
        var (multiples, rest) = LinearForm.Of(expression).Partition((_, coefficient) => coefficient % divisor == 0);
        rest.MoveConstant(multiples, rest.Constant - (rest.Constant % divisor + divisor) % divisor);
        return (multiples, rest);
    }

    private Expr Divide(BinaryExpr binary, int divisor)
    {
        var (multiples, rest) = Split(binary.Left, divisor);
        var bound = Bounds.OfSum(rest);
        if (bound.Min >= 0 && bound.Max < divisor)
            return multiples.Divide(divisor).ToExpr();
        return LinearForm.Of(multiples.Divide(divisor).ToExpr() + rest.ToExpr() / divisor).ToExpr();
    }

    private Expr Modulo(BinaryExpr binary, int divisor)
    {
        var (_, rest) = Split(binary.Left, divisor);
        var bound = Bounds.OfSum(rest);
        return bound.Min >= 0 && bound.Max < divisor ? rest.ToExpr() : rest.ToExpr() % divisor;
    }
}
