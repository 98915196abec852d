using Vta.Hdl.Ir;

namespace Vta.Hdl.Verilog;

/// <summary>
/// Verilog selects bits of names only. Where the bits of an expression are those of its operands, this finds them, and no name is needed.
/// </summary>
internal static class SliceRules
{
    /// <summary>The same bits without the slice, or null where the operand has to be named. <paramref name="isShared"/> tells of other uses.</summary>
    public static Expression? Push(Slice slice, bool isShared)
    {
        var (low, width) = (slice.Low, slice.Width);
        switch (slice.Operand)
        {
            case Unary { Operator: UnaryOperator.Not } not when !isShared:
                return Make.Not(Make.Take(not.Operand, low, width));
            case Binary { Operator: BinaryOperator.And or BinaryOperator.Or or BinaryOperator.Xor } when !isShared:
            case Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply } when low == 0 && !isShared:
                var operation = (Binary)slice.Operand;
                return Make.Operate(operation.Operator, Make.Take(operation.Left, low, width), Make.Take(operation.Right, low, width));
            case Mux mux when !isShared:
                return Make.Select(mux.Condition, Make.Take(mux.WhenTrue, low, width), Make.Take(mux.WhenFalse, low, width));
            default:
                return null;
        }
    }
}
