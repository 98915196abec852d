namespace Vta.Hdl.Ir;

/// <summary>How messages speak of values, widths and places.</summary>
internal static class Text
{
    /// <summary>Expressions nested deeper than this are not spelled out.</summary>
    private const int MaxDepth = 3;

    public static string Plural(int width) => width == 1 ? "1 bit" : $"{width} bits";

    /// <summary>A range of bits as in Verilog: <c>bit 3</c> or <c>bits 7..4</c>.</summary>
    public static string Range(int high, int low) => high == low ? $"bit {high}" : $"bits {high}..{low}";

    /// <summary>A value: a signal by its path, a small expression as it is written, else just "the expression".</summary>
    public static string Of(Expression value) => value switch
    {
        Literal l => $"the literal {l.Value}",
        _ => Write(value, MaxDepth) ?? "the expression",
    };

    /// <summary>A value, and where it is declared.</summary>
    public static string WithPlace(Expression value) =>
        SignalPart.Of(value) is { Signal: { Location.IsKnown: true } signal } ? $"{Of(value)} (declared at {signal.Location})" : Of(value);

    /// <summary>A part at a known place of a signal, and where that is declared.</summary>
    public static string WithPlace(SignalPart part) => part.IsWhole
        ? WithPlace(part.Signal)
        : $"{Range(part.Low + part.Width - 1, part.Low)} of {WithPlace(part.Signal)}";

    private static string? Write(Expression value, int depth)
    {
        if (depth == 0)
            return null;
        switch (value)
        {
            case Signal s:
                return $"'{s.Path}'";
            case Literal l:
                return l.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
            case Slice s when Write(s.Operand, 1) is { } operand:
                return s.Width == 1 ? $"{operand}[{s.Low}]" : $"{operand}[{s.Low + s.Width - 1}, {s.Low}]";
            case DynamicSelect d when Write(d.Vector, 1) is { } vector && Write(d.Index, 1) is { } index:
                return $"{vector}[{index}]";
            case Extend e:
                return Write(e.Operand, depth);
            case Unary { Operator: UnaryOperator.Not } u when Write(u.Operand, depth - 1) is { } operand:
                return u.Width == 1 ? $"!{operand}" : $"~{operand}";
            case Binary b when Symbol(b.Operator) is { } symbol && Write(b.Left, depth - 1) is { } left && Write(b.Right, depth - 1) is { } right:
                return $"{Group(b.Left, left)} {symbol} {Group(b.Right, right)}";
            default:
                return null;
        }
    }

    private static string Group(Expression value, string text) => value is Binary ? $"({text})" : text;

    private static string? Symbol(BinaryOperator operation) => operation switch
    {
        BinaryOperator.And => "&",
        BinaryOperator.Or => "|",
        BinaryOperator.Xor => "^",
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Equal => "==",
        BinaryOperator.NotEqual => "!=",
        BinaryOperator.LessThan or BinaryOperator.LessThanSigned => "<",
        BinaryOperator.ShiftLeft => "<<",
        BinaryOperator.ShiftRight or BinaryOperator.ShiftRightArithmetic => ">>",
        _ => null,
    };
}
