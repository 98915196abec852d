using Vta.Compiler.Tensors;
using Vta.Isa;
using Vta.Isa.Alu;

namespace Vta.Compiler.LoopIr;

/// <summary>Makes expressions: what they are of is checked, constants and neutral elements are folded.</summary>
internal static class Make
{
    /// <exception cref="VtaInputException">The operator cannot be applied to them.</exception>
    internal static Expr Binary(BinaryOperator binaryOperator, Expr left, Expr right)
    {
        RequireKind(binaryOperator, left, right);
        (left, right) = OfOneType(left, right);
        if (binaryOperator is BinaryOperator.FloorDivide or BinaryOperator.FloorModulo && right is Constant { Value: 0 })
            throw new VtaInputException($"{new BinaryExpr(binaryOperator, left, right)} divides by zero");
        return (binaryOperator, left, right) switch
        {
            (_, Constant a, Constant b) =>
                new Constant(ValueArithmetic.Apply(binaryOperator, left.Type, a.Value, b.Value)).As(TypeOf(binaryOperator, left)),
            (BinaryOperator.Add, Constant { Value: 0 }, _) => right,
            (BinaryOperator.Add or BinaryOperator.Subtract, _, Constant { Value: 0 }) => left,
            (BinaryOperator.Multiply, Constant { Value: 1 }, _) => right,
            (BinaryOperator.Multiply or BinaryOperator.FloorDivide, _, Constant { Value: 1 }) => left,
            (BinaryOperator.Multiply, Constant { Value: 0 }, _) or (BinaryOperator.Multiply, _, Constant { Value: 0 }) => new Constant(0).As(left.Type),
            (BinaryOperator.And, Constant a, _) => a.Value != 0 ? right : left,
            (BinaryOperator.And, _, Constant b) => b.Value != 0 ? left : right,
            (BinaryOperator.Or, Constant a, _) => a.Value != 0 ? left : right,
            (BinaryOperator.Or, _, Constant b) => b.Value != 0 ? right : left,
            _ => new BinaryExpr(binaryOperator, left, right),
        };
    }

    /// <exception cref="VtaInputException">The condition is a number, or the values are of different types.</exception>
    internal static Expr Select(Expr condition, Expr whenTrue, Expr otherwise)
    {
        if (condition.Type != DataType.Bool)
            throw new VtaInputException($"{condition} is {condition.Type}, and chooses between two values; a condition compares, as in i < 3");
        (whenTrue, otherwise) = OfOneType(whenTrue, otherwise);
        return condition is Constant known ? known.Value != 0 ? whenTrue : otherwise : new SelectExpr(condition, whenTrue, otherwise);
    }

    /// <exception cref="VtaInputException">It is applied to conditions, or to values of different types.</exception>
    internal static Expr Alu(AluOperation operation, Expr left, Expr right)
    {
        (left, right) = OfOneType(left, right);
        if (left.Type == DataType.Bool)
            throw new VtaInputException($"{operation} takes integers, and {left} is a condition; Te.IfThenElse makes numbers of it");
        return (left, right) is (Constant a, Constant b)
            ? new Constant(ValueArithmetic.Apply(operation, left.Type, a.Value, b.Value)).As(left.Type)
            : new AluExpr(operation, left, right);
    }

    /// <summary>Two expressions that can be combined: a number takes the type of the other.</summary>
    /// <exception cref="VtaInputException">They have different types, or a number does not fit that of the other.</exception>
    private static (Expr Left, Expr Right) OfOneType(Expr left, Expr right) => (left, right) switch
    {
        _ when left.Type == right.Type => (left, right),
        (_, Constant { IsPlain: true } number) => (left, number.As(left.Type)),
        (Constant { IsPlain: true } number, _) => (number.As(right.Type), right),
        _ => throw new VtaInputException($"{left} is {left.Type} and {right} is {right.Type}; cast one of them to combine them"),
    };

    internal static DataType TypeOf(BinaryOperator binaryOperator, Expr operand) =>
        binaryOperator is BinaryOperator.Less or BinaryOperator.LessOrEqual ? DataType.Bool : operand.Type;

    /// <summary>Conditions are joined, integers are computed with and compared.</summary>
    private static void RequireKind(BinaryOperator binaryOperator, Expr left, Expr right)
    {
        var joins = binaryOperator is BinaryOperator.And or BinaryOperator.Or;
        if ((left.Type == DataType.Bool) == joins && (right.Type == DataType.Bool) == joins)
            return;
        var wrong = (left.Type == DataType.Bool) == joins ? right : left;
        var symbol = ScriptExpressions.Symbol(binaryOperator);
        throw new VtaInputException(joins
            ? $"\"{symbol}\" joins conditions such as i < 3, and {wrong} is {wrong.Type}; there are no operators on the bits of numbers: x % 4 is the two lowest"
            : $"\"{symbol}\" takes integers, and {wrong} is a condition; Te.IfThenElse makes numbers of it");
    }
}
