using Vta.Compiler.Tensors;

namespace Vta.Compiler.LoopIr;

/// <summary>Expressions in the notation of TVM's script.</summary>
internal static class ScriptExpressions
{
    private enum Level
    {
        Or,
        And,
        Compare,
        Sum,
        Product,
        Atom,
    }

    internal static string Format(Expr expression) => Format(expression, Level.Or);

    /// <summary>An expression with buffers in place of their values, for messages: <c>a + b</c> where a program has <c>a_1[i * 16] + b_1[i * 16]</c>.</summary>
    internal static string Outline(Expr expression)
    {
        Expr Visit(Expr part) => part is BufferLoad load ? new BufferName(load.Buffer) : part.MapChildren(Visit);
        return Format(Visit(expression));
    }

    private static string Format(Expr expression, Level around) => expression switch
    {
        Constant constant when constant.Type == DataType.Bool => constant.Value != 0 ? "T.bool(True)" : "T.bool(False)",
        Constant constant when constant.Type != DataType.Int32 => $"T.{constant.Type}({constant.Value})",
        Constant constant => $"{constant.Value}",
        Variable variable => Name(variable.Name),
        CastExpr cast => $"T.Cast(\"{cast.To}\", {Format(cast.Value)})",
        SelectExpr select => $"T.if_then_else({Format(select.Condition)}, {Format(select.WhenTrue)}, {Format(select.Otherwise)})",
        AluExpr alu => $"T.vta.{alu.Operation.Name.ToLowerInvariant()}({Format(alu.Left)}, {Format(alu.Right)})",
        TensorRead read => $"{Name(read.Tensor.Name)}[{string.Join(", ", read.Indices.Select(Format))}]",
        ReduceExpr reduce => $"T.{reduce.Reducer.ToString().ToLowerInvariant()}({Format(reduce.Value)}, axis=[{string.Join(", ", reduce.Axes.Select(Format))}])",
        BufferLoad load => $"{Name(load.Buffer.Name)}_1[{Format(load.Index)}]",
        BufferAddress address => $"T.vta.address({Name(address.Buffer.Name)}, {Format(address.Element)})",
        BinaryExpr binary => Format(binary, around),
        _ => throw new InvalidOperationException($"{expression.GetType().Name} has no notation"),
    };

    /// <summary>An operator as C# writes it, for messages.</summary>
    internal static string Symbol(BinaryOperator binaryOperator) => binaryOperator switch
    {
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.FloorDivide => "/",
        BinaryOperator.FloorModulo => "%",
        BinaryOperator.ShiftLeft => "<<",
        BinaryOperator.ShiftRight => ">>",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.And => "&",
        BinaryOperator.Or => "|",
        BinaryOperator.Min => "Min",
        _ => "Max",
    };

    /// <summary>A name as a script can have it.</summary>
    internal static string Name(string name) => name.Replace('.', '_');

    private static string Format(BinaryExpr binary, Level around) => binary.Operator switch
    {
        BinaryOperator.Add => Infix(binary, " + ", Level.Sum, around),
        BinaryOperator.Subtract => Infix(binary, " - ", Level.Sum, around),
        BinaryOperator.Multiply => Infix(binary, " * ", Level.Product, around),
        BinaryOperator.FloorDivide => Infix(binary, " // ", Level.Product, around),
        BinaryOperator.FloorModulo => Infix(binary, " % ", Level.Product, around),
        BinaryOperator.Less => Infix(binary, " < ", Level.Compare, around),
        BinaryOperator.LessOrEqual => Infix(binary, " <= ", Level.Compare, around),
        BinaryOperator.And => Infix(binary, " and ", Level.And, around),
        BinaryOperator.Or => Infix(binary, " or ", Level.Or, around),
        BinaryOperator.Min => $"T.min({Format(binary.Left)}, {Format(binary.Right)})",
        BinaryOperator.Max => $"T.max({Format(binary.Left)}, {Format(binary.Right)})",
        BinaryOperator.ShiftLeft => $"T.shift_left({Format(binary.Left)}, {Format(binary.Right)})",
        _ => $"T.shift_right({Format(binary.Left)}, {Format(binary.Right)})",
    };

    private static string Infix(BinaryExpr binary, string symbol, Level level, Level around)
    {
        // Of two on the same level, the right one needs parentheses, except where the order does not matter.
        var isFree = binary.Operator is BinaryOperator.Add or BinaryOperator.And or BinaryOperator.Or;
        var text = Format(binary.Left, level) + symbol + Format(binary.Right, isFree ? level : level + 1);
        return level < around ? $"({text})" : text;
    }

    private sealed class BufferName(LoopBuffer buffer) : Variable(buffer.Name)
    {
        public override DataType Type => buffer.Type;
    }
}
