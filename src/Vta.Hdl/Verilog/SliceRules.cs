using Vta.Hdl.Ir;

namespace Vta.Hdl.Verilog;

/// <summary>
/// Verilog selects bits of names only. Where the bits of an expression are those of its operands, this finds them, and no name is needed.
/// </summary>
internal static class SliceRules
{
    /// <summary>The same bits without the slice, or null where the operand has to be named. <paramref name="isShared"/> tells of other uses.</summary>
    public static Expression? Push(Slice slice, Func<Expression, bool> isShared)
    {
        var (low, width) = (slice.Low, slice.Width);
        if (isShared(slice.Operand) || ExpressionGraph.Operands(slice.Operand).Any(operand => HoldsSharedBits(operand, isShared)))
            return null;
        switch (slice.Operand)
        {
            case Unary { Operator: UnaryOperator.Not } not:
                return Make.Not(Make.Take(not.Operand, low, width));
            case Binary { Operator: BinaryOperator.And or BinaryOperator.Or or BinaryOperator.Xor }:
            case Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply } when low == 0:
                var operation = (Binary)slice.Operand;
                return Make.Operate(operation.Operator, Make.Take(operation.Left, low, width), Make.Take(operation.Right, low, width));
            case Mux mux:
                return Make.Select(mux.Condition, Make.Take(mux.WhenTrue, low, width), Make.Take(mux.WhenFalse, low, width));
            default:
                return null;
        }
    }

    /// <summary>
    /// True where bits would be taken out of a joined value that others use, too, and that holds more than names: the chain behind it would be written again for
    /// each use, twice as often at each of its links.
    /// </summary>
    private static bool HoldsSharedBits(Expression operand, Func<Expression, bool> isShared) =>
        operand is Slice or Concat or Extend or Replicate
        && ((isShared(operand) && !IsPlain(operand)) || ExpressionGraph.Operands(operand).Any(part => HoldsSharedBits(part, isShared)));

    private static bool IsPlain(Expression expression) => expression is Signal or Literal
        || (expression is Slice or Concat or Extend or Replicate && ExpressionGraph.Operands(expression).All(IsPlain));
}
