using System.Numerics;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Simulation.Evaluation;

/// <summary>The meaning of the operators on numbers of any width.</summary>
internal static class Operators
{
    public static BigInteger Apply(Unary e, BigInteger x) => e.Operator switch
    {
        UnaryOperator.Not => x ^ Bits.Mask(e.Width),
        UnaryOperator.ReduceAnd => x == Bits.Mask(e.Operand.Width) ? 1 : 0,
        UnaryOperator.ReduceOr => x.IsZero ? 0 : 1,
        UnaryOperator.ReduceXor => BigInteger.PopCount(x) & 1,
        _ => throw new InvalidOperationException($"unknown operator {e.Operator}"),
    };

    public static BigInteger Apply(Binary e, BigInteger a, BigInteger b) => Apply(e.Operator, a, b, e.Left.Width, e.Width);

    public static BigInteger Apply(BinaryOperator operation, BigInteger a, BigInteger b, int operandWidth, int width)
    {
        BigInteger result = operation switch
        {
            BinaryOperator.And => a & b,
            BinaryOperator.Or => a | b,
            BinaryOperator.Xor => a ^ b,
            BinaryOperator.Add => a + b,
            BinaryOperator.Subtract => a - b,
            BinaryOperator.Multiply => a * b,
            BinaryOperator.Equal => a == b ? 1 : 0,
            BinaryOperator.NotEqual => a != b ? 1 : 0,
            BinaryOperator.LessThan => a < b ? 1 : 0,
            BinaryOperator.LessThanSigned => Signed(a, operandWidth) < Signed(b, operandWidth) ? 1 : 0,
            BinaryOperator.ShiftLeft => b >= width ? 0 : a << (int)b,
            BinaryOperator.ShiftRight => b >= width ? 0 : a >> (int)b,
            BinaryOperator.ShiftRightArithmetic => Signed(a, operandWidth) >> (int)BigInteger.Min(b, width),
            _ => throw new InvalidOperationException($"unknown operator {operation}"),
        };
        return result & Bits.Mask(width);
    }

    public static BigInteger Signed(BigInteger bits, int width) =>
        bits >> (width - 1) == 0 ? bits : bits - (BigInteger.One << width);
}
