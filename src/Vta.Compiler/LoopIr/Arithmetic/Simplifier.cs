namespace Vta.Compiler.LoopIr.Arithmetic;

/// <summary>
/// Rewrites indices to sums in one form, and decides what the extents of loops decide. What could leave 32 bits, and so wrap, stays as it is.
/// </summary>
/// <param name="bounds">What the loops around say of their variables.</param>
internal sealed class Simplifier(Bounds bounds)
{
    private readonly Divisions divisions = new(bounds);

    internal Bounds Bounds { get; } = bounds;

    internal Expr Simplify(Expr expression) => Visit(expression).Simple;

    /// <summary>An expression in its form, and whether it is an index: exact arithmetic on variables.</summary>
    private (Expr Simple, bool IsIndex) Visit(Expr expression)
    {
        var isIndex = expression is Constant or Variable or BinaryExpr or BufferAddress;
        var simple = expression.MapChildren(child =>
        {
            var part = Visit(child);
            isIndex &= part.IsIndex;
            return part.Simple;
        });
        isIndex = isIndex && IsExact(simple);
        return (isIndex && simple is BinaryExpr binary ? Simplify(binary) : simple, isIndex);
    }

    private bool IsExact(Expr expression) => Bounds.Of(expression) is var range && (range.IsUnbounded || range.IsWithin(Interval.Of(expression.Type)));

    private Expr Simplify(BinaryExpr binary)
    {
        switch (binary.Operator)
        {
            case BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply:
                var sum = divisions.Join(LinearForm.Of(binary));
                return sum.Fits ? sum.ToExpr() : binary;
            case BinaryOperator.FloorDivide when binary.Right is Constant { Value: > 0 } divisor:
                return divisions.Quotient(binary.Left, divisor.Value);
            case BinaryOperator.FloorModulo when binary.Right is Constant { Value: > 0 } divisor:
                return divisions.Rest(binary.Left, divisor.Value);
            case BinaryOperator.Min:
                return Difference(binary) switch
                {
                    { Max: <= 0 } => binary.Left,
                    { Min: >= 0 } => binary.Right,
                    _ => binary,
                };
            case BinaryOperator.Max:
                return Difference(binary) switch
                {
                    { Min: >= 0 } => binary.Left,
                    { Max: <= 0 } => binary.Right,
                    _ => binary,
                };
            case BinaryOperator.Less or BinaryOperator.LessOrEqual:
                var truth = Bounds.Of(binary);
                return truth.Min == truth.Max ? Constant.Of(truth.Min == 1) : binary;
            default:
                return binary;
        }
    }

    private Interval Difference(BinaryExpr binary) => Bounds.OfSum(LinearForm.OfDifference(binary.Left, binary.Right));
}
