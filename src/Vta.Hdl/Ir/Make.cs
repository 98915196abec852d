using System.Numerics;
using static Vta.Hdl.Ir.BinaryOperator;

namespace Vta.Hdl.Ir;

/// <summary>
/// Builds expressions, folding what is plain already when it is written: operations on literals, and the identities of single bits and
/// whole values. Widths are the caller's business.
/// </summary>
internal static class Make
{
    public static readonly Literal False = new(0, 1);
    public static readonly Literal True = new(1, 1);

    public static Expression Constant(BigInteger value, int width) => new Literal(value & Bits.Mask(width), width);

    public static Expression Not(Expression x) => x switch
    {
        Literal l => Constant(~l.Value, l.Width),
        Unary { Operator: UnaryOperator.Not } u => u.Operand,
        _ => new Unary(UnaryOperator.Not, x, x.Width),
    };

    public static Expression Reduce(UnaryOperator operation, Expression x) =>
        x.Width == 1 ? x : new Unary(operation, x, 1);

    public static Expression Operate(BinaryOperator operation, Expression a, Expression b)
    {
        if (a is Literal x && b is Literal y && Fold(operation, x, y) is { } folded)
            return folded;
        switch (operation)
        {
            case And when IsZero(a) || IsOnes(b):
            case Or when IsZero(b) || IsOnes(a):
            case Add or Subtract or Xor or ShiftLeft or ShiftRight or ShiftRightArithmetic when IsZero(b):
                return a;
            case And when IsZero(b) || IsOnes(a):
            case Or when IsZero(a) || IsOnes(b):
            case Add or Xor when IsZero(a):
            case Subtract or LessThan when IsZero(a) && a.Width == 1:
                return b;
            case ShiftLeft or ShiftRight or ShiftRightArithmetic when IsZero(a):
            case And or Or when AreSame(a, b):
                return a;
            case Subtract or Xor when AreSame(a, b):
                return Constant(0, a.Width);
            case Equal when AreSame(a, b):
                return True;
            case NotEqual or LessThan or LessThanSigned when AreSame(a, b):
            case LessThan when IsZero(b) || IsOnes(a):
                return False;
            case Equal when a.Width == 1 && IsOnes(b):
            case NotEqual when a.Width == 1 && IsZero(b):
                return a;
            case Equal when a.Width == 1 && IsZero(b):
            case NotEqual when a.Width == 1 && IsOnes(b):
                return Not(a);
        }
        var width = operation is Equal or NotEqual or LessThan or LessThanSigned ? 1 : a.Width;
        return new Binary(operation, a, b, width);
    }

    /// <summary>The product modulo 2^width; the operands already have that width.</summary>
    public static Expression Multiply(Expression a, Expression b) => Operate(BinaryOperator.Multiply, a, b);

    public static Expression Select(Expression condition, Expression whenTrue, Expression whenFalse)
    {
        if (condition is Literal l)
            return l.Value.IsZero ? whenFalse : whenTrue;
        if (AreSame(whenTrue, whenFalse))
            return whenTrue;
        if (whenTrue.Width == 1 && whenTrue is Literal t && whenFalse is Literal)
            return t.Value.IsOne ? condition : Not(condition);
        return new Mux(condition, whenTrue, whenFalse);
    }

    public static Expression Take(Expression x, int low, int width)
    {
        if (low == 0 && width == x.Width)
            return x;
        return x switch
        {
            Literal l => Constant(l.Value >> low, width),
            Slice s => Take(s.Operand, s.Low + low, width),
            Extend e when low + width <= e.Operand.Width => Take(e.Operand, low, width),
            Extend { Signed: false } e when low >= e.Operand.Width => Constant(0, width),
            Extend { Signed: false } e => Extend(Take(e.Operand, low, e.Operand.Width - low), width, signed: false),
            Concat c => Join(PartsOf(c, low, width)),
            Replicate r when (low / r.Operand.Width) == (low + width - 1) / r.Operand.Width => Take(r.Operand, low % r.Operand.Width, width),
            Replicate r when low % r.Operand.Width == 0 && width % r.Operand.Width == 0 => Repeat(r.Operand, width / r.Operand.Width),
            _ => new Slice(x, low, width),
        };
    }

    public static Expression Extend(Expression x, int width, bool signed)
    {
        if (width == x.Width)
            return x;
        if (x is Literal l)
            return Constant(signed && !(l.Value >> (l.Width - 1)).IsZero ? l.Value - (BigInteger.One << l.Width) : l.Value, width);
        return new Extend(x, width, signed);
    }

    public static Expression Join(IReadOnlyList<Expression> parts)
    {
        if (parts.Count == 1)
            return parts[0];
        return parts.All(p => p is Literal)
            ? Constant(parts.Aggregate(BigInteger.Zero, (all, p) => (all << p.Width) | ((Literal)p).Value), parts.Sum(p => p.Width))
            : new Concat(parts);
    }

    /// <summary>One of two values, bit by bit.</summary>
    public static Expression SelectBits(Expression bits, Expression whenOne, Expression whenZero) =>
        Operate(BinaryOperator.Or, Operate(BinaryOperator.And, bits, whenOne), Operate(BinaryOperator.And, Not(bits), whenZero));

    public static Expression Repeat(Expression x, int count)
    {
        if (count == 1)
            return x;
        return x is Literal ? Join(Enumerable.Repeat(x, count).ToArray()) : new Replicate(x, count);
    }

    /// <summary>True where two expressions are plainly one: the same object, literal or range of bits.</summary>
    private static bool AreSame(Expression a, Expression b) => ReferenceEquals(a, b) || (a, b) switch
    {
        (Literal x, Literal y) => x.Value == y.Value && x.Width == y.Width,
        (Slice x, Slice y) => x.Low == y.Low && x.Width == y.Width && AreSame(x.Operand, y.Operand),
        _ => false,
    };

    public static bool IsZero(Expression x) => x is Literal { Value.IsZero: true };

    public static bool IsOnes(Expression x) => x is Literal l && l.Width > 0 && l.Value == Bits.Mask(l.Width);

    /// <summary>What a range of bits takes from each part of a concatenation, the most significant first.</summary>
    private static List<Expression> PartsOf(Concat concat, int low, int width)
    {
        var result = new List<Expression>();
        var end = concat.Width;
        foreach (var part in concat.Parts)
        {
            var start = end - part.Width;
            var (from, to) = (Math.Max(low, start), Math.Min(low + width, end));
            if (from < to)
                result.Add(Take(part, from - start, to - from));
            end = start;
        }
        return result;
    }

    private static Expression? Fold(BinaryOperator operation, Literal a, Literal b) => operation switch
    {
        And => Constant(a.Value & b.Value, a.Width),
        Or => Constant(a.Value | b.Value, a.Width),
        Xor => Constant(a.Value ^ b.Value, a.Width),
        Add => Constant(a.Value + b.Value, a.Width),
        Subtract => Constant(a.Value - b.Value, a.Width),
        BinaryOperator.Multiply => Constant(a.Value * b.Value, a.Width),
        Equal => a.Value == b.Value ? True : False,
        NotEqual => a.Value != b.Value ? True : False,
        LessThan => a.Value < b.Value ? True : False,
        _ => null,
    };
}
