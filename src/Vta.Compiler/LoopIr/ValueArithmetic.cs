using Vta.Compiler.Tensors;
using Vta.Isa;
using Vta.Isa.Alu;

namespace Vta.Compiler.LoopIr;

/// <summary>
/// The arithmetic of values, written once: constants fold with it, tensors are evaluated with it, and it is that of the
/// hardware. Results wrap to the type of the operands; division rounds down.
/// </summary>
internal static class ValueArithmetic
{
    /// <exception cref="VtaInputException">A division by zero.</exception>
    internal static int Apply(BinaryOperator binaryOperator, DataType type, int left, int right) => binaryOperator switch
    {
        BinaryOperator.Add => Apply<AddOperation>(type, left, right),
        BinaryOperator.Subtract => new IntegerAlgebra(type.Bits).Subtract(left, right),
        BinaryOperator.Multiply => Apply<MulOperation>(type, left, right),
        BinaryOperator.Min => Apply<MinOperation>(type, left, right),
        BinaryOperator.Max => Apply<MaxOperation>(type, left, right),
        BinaryOperator.ShiftRight => Apply<ShrOperation>(type, left, right),
        BinaryOperator.ShiftLeft => Apply<ShrOperation>(type, left, new IntegerAlgebra(type.Bits).Subtract(0, right)),
        BinaryOperator.FloorDivide => type.Wrap((int)FloorDivide(left, right)),
        BinaryOperator.FloorModulo => (int)(left - FloorDivide(left, right) * right),
        BinaryOperator.Less => left < right ? 1 : 0,
        BinaryOperator.LessOrEqual => left <= right ? 1 : 0,
        BinaryOperator.And => left & right,
        BinaryOperator.Or => left | right,
        _ => throw new InvalidOperationException($"{binaryOperator} has no arithmetic"),
    };

    internal static int Apply(AluOperation operation, DataType type, int left, int right) =>
        operation.Evaluate<IntegerAlgebra, int>(new IntegerAlgebra(type.Bits), left, right);

    private static int Apply<TOperation>(DataType type, int left, int right)
        where TOperation : struct, IAluOperation =>
        TOperation.Evaluate(new IntegerAlgebra(type.Bits), left, right);

    private static long FloorDivide(long left, long right)
    {
        if (right == 0)
            throw new VtaInputException($"{left} is divided by zero");
        var quotient = left / right;
        return left % right != 0 && (left < 0) != (right < 0) ? quotient - 1 : quotient;
    }
}
