using Vta.Compiler.LoopIr;
using Vta.Compiler.TensorExpressions;
using Vta.Compiler.Tensors;

namespace Vta.TestSupport;

/// <summary>Expressions at random: every operator, numbers small and large, operands that occur several times.</summary>
/// <param name="random">Where they come from.</param>
/// <param name="operands">What they are made of, all of one type of integers; numbers apart.</param>
public sealed class RandomExpression(Random random, IReadOnlyList<Expr> operands)
{
    private DataType Type => operands[0].Type;

    /// <summary>What the ALU can compute.</summary>
    public Expr OfAlu(int depth)
    {
        if (depth == 0 || random.Next(6) == 0)
            return Operand();
        var left = OfAlu(depth - 1);
        return random.Next(14) switch
        {
            0 or 1 => left + OfAlu(depth - 1),
            2 => left - OfAlu(depth - 1),
            3 => left * OfAlu(depth - 1),
            4 => Te.Min(left, OfAlu(depth - 1)),
            5 => Te.Max(left, OfAlu(depth - 1)),
            6 => left >> Number(),
            7 => left << Number(),
            8 => random.Next(2) == 0 ? left >> OfAlu(depth - 1) : left << OfAlu(depth - 1),
            9 => -left,
            10 => ~left,
            11 => left / PowerOfTwo(),
            12 => left % PowerOfTwo(),
            _ => left + left,
        };
    }

    /// <summary>What a processor can compute, too. Divisors are numbers other than zero.</summary>
    public Expr OfProcessor(int depth)
    {
        if (depth == 0 || random.Next(6) == 0)
            return random.Next(3) == 0 ? OfAlu(1) : Operand();
        var left = OfProcessor(depth - 1);
        return random.Next(9) switch
        {
            0 => left / Divisor(),
            1 => left % Divisor(),
            2 => Te.IfThenElse(Condition(depth - 1), left, OfProcessor(depth - 1)),
            3 => left.Cast(DataType.Int(random.Next(2, 33))).Cast(Type),
            4 => left + OfProcessor(depth - 1),
            5 => left * OfProcessor(depth - 1),
            6 => left - OfProcessor(depth - 1),
            7 => Te.Max(left, OfProcessor(depth - 1)),
            _ => left >> Number(),
        };
    }

    /// <summary>A condition on such values.</summary>
    public Expr Condition(int depth)
    {
        if (depth > 0 && random.Next(3) == 0)
        {
            return random.Next(3) switch
            {
                0 => Condition(depth - 1) & Condition(depth - 1),
                1 => Condition(depth - 1) | Condition(depth - 1),
                _ => !Condition(depth - 1),
            };
        }
        var (left, right) = (OfProcessor(Math.Min(depth, 1)), OfProcessor(Math.Min(depth, 1)));
        return random.Next(6) switch
        {
            0 => left < right,
            1 => left <= right,
            2 => left > right,
            3 => left >= right,
            4 => left == right,
            _ => left != right,
        };
    }

    private Expr Operand() => random.Next(3) == 0 ? Number() : operands[random.Next(operands.Count)];

    private Expr Divisor()
    {
        var divisor = Number();
        return ((Constant)divisor).Value == 0 ? new Constant(1).Cast(Type) : divisor;
    }

    /// <summary>A power of two of the type, which is not negative.</summary>
    private Expr PowerOfTwo() => new Constant(1 << random.Next(Type.Bits - 1)).Cast(Type);

    /// <summary>A number of the type: small, next to a power of two, or any.</summary>
    private Expr Number() => new Constant(random.Next(3) switch
    {
        0 => random.Next(-9, 10),
        1 => (1 << random.Next(32)) + random.Next(-1, 2),
        _ => random.Next(int.MinValue, int.MaxValue),
    }).Cast(Type);
}
