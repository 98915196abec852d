using Vta.Compiler.LoopIr;

namespace Vta.Compiler.Passes;

/// <summary>
/// What the ALU takes. It computes a value in the place of the result: an operand first, or a number, then operation after operation with
/// another operand.
/// </summary>
internal static class AluOperands
{
    /// <summary>Whether something is a second operand: a value of a buffer, or a number of an instruction.</summary>
    internal static bool IsOperand(Expr expression) => expression is BufferLoad || IsImmediate(expression);

    /// <summary>Whether something is a number that fits an instruction.</summary>
    internal static bool IsImmediate(Expr expression) => expression is Constant { Value: >= short.MinValue and <= short.MaxValue };

    internal static bool Commutes(BinaryOperator binaryOperator) =>
        binaryOperator is BinaryOperator.Add or BinaryOperator.Multiply or BinaryOperator.Min or BinaryOperator.Max;

    /// <summary>The operands in whose place the result may be computed: those that come first, if nothing later reads their buffers again.</summary>
    internal static IReadOnlyList<BufferLoad> First(Expr value)
    {
        var later = new HashSet<LoopBuffer>();
        while (Parts(value) is (var left, var right, _) && !IsOperand(left) && left is not Constant)
        {
            later.UnionWith(Loads(right).Select(load => load.Buffer));
            value = left;
        }
        IEnumerable<Expr> first = Parts(value) switch
        {
            null => [value],
            (Constant number, var right, true) when IsImmediate(number) => [right],
            (Constant, _, _) => [],
            (var left, var right, true) => [left, right],
            (var left, _, false) => [left],
        };
        return [.. first.OfType<BufferLoad>().Where(load => !later.Contains(load.Buffer))];
    }

    private static IEnumerable<BufferLoad> Loads(Expr expression) => expression.All().OfType<BufferLoad>();

    /// <summary>The operands of an operation, and whether they can change places.</summary>
    private static (Expr Left, Expr Right, bool Commutes)? Parts(Expr value) => value switch
    {
        BinaryExpr binary => (binary.Left, binary.Right, Commutes(binary.Operator)),
        AluExpr alu => (alu.Left, alu.Right, false),
        _ => null,
    };
}
