using System.Globalization;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Verilog;

/// <summary>
/// Names for expressions that Verilog needs a wire for: from the names of the operands and what is done to them, or, where that gets too
/// long, for what they are to what they feed.
/// </summary>
internal static class HelperNames
{
    private const int MaxLength = 40;

    /// <param name="expression">What is to be named.</param>
    /// <param name="nameOf">The name that a signal or an expression has already, or null.</param>
    /// <returns>Null where the name would get too long.</returns>
    public static string? FromStructure(Expression expression, Func<Expression, string?> nameOf) =>
        Structure(expression, nameOf) is { Length: <= MaxLength } name && !char.IsAsciiDigit(name[0]) ? name : null;

    /// <summary>What an expression is to the signal that it is needed for.</summary>
    public static string Kind(Expression expression) => expression switch
    {
        LaneMap { Body: var body } => Kind(body) is var kind && kind.EndsWith('s') ? kind : kind + "s",
        LaneReduce { Operator: BinaryOperator.Add } => "sum",
        LaneReduce { Operator: BinaryOperator.And } => "all",
        LaneReduce { Operator: BinaryOperator.Or } => "any",
        LaneReduce => "parity",
        MemoryRead => "word",
        DynamicSelect => "element",
        Extend e => Kind(e.Operand),
        Binary { Operator: BinaryOperator.Multiply } => "product",
        Binary { Operator: BinaryOperator.Add } => "sum",
        Binary { Operator: BinaryOperator.Subtract } => "difference",
        Binary { Operator: BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight or BinaryOperator.ShiftRightArithmetic } => "shifted",
        Binary { Width: 1 } or Unary { Width: 1 } => "condition",
        Ir.Mux => "choice",
        Concat or Replicate => "bits",
        _ => "value",
    };

    private static string? Structure(Expression expression, Func<Expression, string?> nameOf)
    {
        if (nameOf(expression) is { } known)
            return known;
        switch (expression)
        {
            case Literal literal:
                return literal.Value < 10_000 ? literal.Value.ToString(CultureInfo.InvariantCulture) : null;
            case Slice s:
                return Join(Structure(s.Operand, nameOf), s.Width == 1 ? $"{s.Low}" : $"{s.Low + s.Width - 1}_{s.Low}");
            case Extend e:
                return Structure(e.Operand, nameOf);
            case Unary u:
                return Join(u.Operator switch
                {
                    UnaryOperator.Not => "not",
                    UnaryOperator.ReduceAnd => "all",
                    UnaryOperator.ReduceOr => "any",
                    _ => "parity",
                }, Structure(u.Operand, nameOf));
            case Binary b:
                return Join(Join(Structure(b.Left, nameOf), Word(b.Operator)), Structure(b.Right, nameOf));
            case DynamicSelect d:
                return Join(Join(Structure(d.Vector, nameOf), "at"), Structure(d.Index, nameOf));
            case MemoryRead m:
                return Join(Join(m.Memory.Name, "at"), Structure(m.Address, nameOf));
            default:
                return null;
        }
    }

    private static string Word(BinaryOperator operation) => operation switch
    {
        BinaryOperator.And => "and",
        BinaryOperator.Or => "or",
        BinaryOperator.Xor => "xor",
        BinaryOperator.Add => "plus",
        BinaryOperator.Subtract => "minus",
        BinaryOperator.Multiply => "times",
        BinaryOperator.Equal => "eq",
        BinaryOperator.NotEqual => "ne",
        BinaryOperator.LessThan or BinaryOperator.LessThanSigned => "lt",
        BinaryOperator.ShiftLeft => "shl",
        _ => "shr",
    };

    private static string? Join(string? a, string? b) => a is null || b is null || a.Length + b.Length > MaxLength ? null : $"{a}_{b}";
}
