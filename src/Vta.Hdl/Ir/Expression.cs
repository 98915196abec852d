using System.Numerics;

namespace Vta.Hdl.Ir;

/// <summary>
/// A value of a fixed number of bits. Expressions form an acyclic graph: a node may be used several times, and is then shared.
/// Bits have no sign; operations that depend on one say so.
/// </summary>
public abstract class Expression
{
    private protected Expression(int width) => Width = width;

    /// <summary>Number of bits; zero only for a literal that still takes the width of the other operand.</summary>
    public int Width { get; }
}

/// <summary>A constant. <see cref="Value"/> is not negative and below 2^Width, except for an unsized literal (width 0).</summary>
public sealed class Literal(BigInteger value, int width) : Expression(width)
{
    /// <summary>The bits, read as an unsigned number.</summary>
    public BigInteger Value { get; } = value;
}

/// <summary>Operations on one operand.</summary>
public enum UnaryOperator
{
    /// <summary>Every bit inverted; width of the operand.</summary>
    Not,

    /// <summary>One bit: all bits are one.</summary>
    ReduceAnd,

    /// <summary>One bit: some bit is one.</summary>
    ReduceOr,

    /// <summary>One bit: the number of ones is odd.</summary>
    ReduceXor,
}

/// <summary>An operation on one operand.</summary>
public sealed class Unary(UnaryOperator operation, Expression operand, int width) : Expression(width)
{
    /// <summary>What is done.</summary>
    public UnaryOperator Operator { get; } = operation;

    /// <summary>The value it is done to.</summary>
    public Expression Operand { get; } = operand;
}

/// <summary>Operations on two operands. But for shift amounts, both operands have the same width.</summary>
public enum BinaryOperator
{
    /// <summary>Bit by bit.</summary>
    And,
    /// <summary>Bit by bit.</summary>
    Or,
    /// <summary>Bit by bit.</summary>
    Xor,

    /// <summary>Sum, modulo 2^Width.</summary>
    Add,

    /// <summary>Difference, modulo 2^Width.</summary>
    Subtract,

    /// <summary>Product, modulo 2^Width (operands are extended to the width of the result first).</summary>
    Multiply,

    /// <summary>One bit.</summary>
    Equal,

    /// <summary>One bit.</summary>
    NotEqual,

    /// <summary>One bit, operands unsigned.</summary>
    LessThan,

    /// <summary>One bit, operands two's complement.</summary>
    LessThanSigned,

    /// <summary>Left by an unsigned amount of any width; zeros move in, and an amount of Width or more gives zero.</summary>
    ShiftLeft,

    /// <summary>Right by an unsigned amount; zeros move in, and an amount of Width or more gives zero.</summary>
    ShiftRight,

    /// <summary>Right by an unsigned amount; the sign moves in, and an amount of Width or more gives the sign in every bit.</summary>
    ShiftRightArithmetic,
}

/// <summary>An operation on two operands.</summary>
public sealed class Binary(BinaryOperator operation, Expression left, Expression right, int width) : Expression(width)
{
    /// <summary>What is done.</summary>
    public BinaryOperator Operator { get; } = operation;

    /// <summary>The first operand.</summary>
    public Expression Left { get; } = left;

    /// <summary>The second operand; for shifts, the amount.</summary>
    public Expression Right { get; } = right;
}

/// <summary>One of two values of the same width.</summary>
public sealed class Mux(Expression condition, Expression whenTrue, Expression whenFalse) : Expression(whenTrue.Width)
{
    /// <summary>One bit.</summary>
    public Expression Condition { get; } = condition;

    /// <summary>The value where the condition is one.</summary>
    public Expression WhenTrue { get; } = whenTrue;

    /// <summary>The value where it is zero.</summary>
    public Expression WhenFalse { get; } = whenFalse;
}

/// <summary>The bits <see cref="Low"/> .. Low + Width − 1 of a value.</summary>
public sealed class Slice(Expression operand, int low, int width) : Expression(width)
{
    /// <summary>The value the bits are taken from.</summary>
    public Expression Operand { get; } = operand;

    /// <summary>The lowest bit, counted from 0.</summary>
    public int Low { get; } = low;
}

/// <summary>Values side by side, the most significant first (as in Verilog).</summary>
public sealed class Concat(IReadOnlyList<Expression> parts) : Expression(parts.Sum(p => p.Width))
{
    /// <summary>The values, the most significant first.</summary>
    public IReadOnlyList<Expression> Parts { get; } = parts;
}

/// <summary>A value repeated side by side.</summary>
public sealed class Replicate(Expression operand, int count) : Expression(checked(operand.Width * count))
{
    /// <summary>The value that is repeated.</summary>
    public Expression Operand { get; } = operand;

    /// <summary>How often.</summary>
    public int Count { get; } = count;
}

/// <summary>A value made wider, with zeros or with its sign.</summary>
public sealed class Extend(Expression operand, int width, bool signed) : Expression(width)
{
    /// <summary>The value that is made wider.</summary>
    public Expression Operand { get; } = operand;

    /// <summary>True where the sign moves in, false for zeros.</summary>
    public bool Signed { get; } = signed;
}

/// <summary>
/// Element number <see cref="Index"/> (unsigned) of a vector of elements of Width bits, element 0 in the lowest bits. Past the last element
/// the result is zero.
/// </summary>
public sealed class DynamicSelect(Expression vector, Expression index, int elementWidth) : Expression(elementWidth)
{
    /// <summary>All elements side by side.</summary>
    public Expression Vector { get; } = vector;

    /// <summary>The number of the element, unsigned, of any width.</summary>
    public Expression Index { get; } = index;

    /// <summary>Number of elements.</summary>
    public int Count => Vector.Width / Width;
}

/// <summary>What a memory holds at an address, without a clock (LUT RAM). Past the depth the result is zero.</summary>
public sealed class MemoryRead(Memory memory, Expression address) : Expression(memory.Width)
{
    /// <summary>The memory that is read.</summary>
    public Memory Memory { get; } = memory;

    /// <summary>As many bits as <see cref="Ir.Memory.AddressWidth"/>.</summary>
    public Expression Address { get; } = address;
}

/// <summary>
/// The same combinational body for each of <see cref="Count"/> lanes; the results stand side by side, lane 0 in the lowest bits.
/// In the body a <see cref="LaneParameter"/> stands for this lane's element of a vector, <see cref="Index"/> for the lane's number; every
/// other expression is the same for all lanes. Back ends keep it one node: a generate loop, or vector instructions.
/// </summary>
public sealed class LaneMap(int count, IReadOnlyList<LaneParameter> parameters, LaneIndex index, Expression body)
    : Expression(checked(count * body.Width))
{
    /// <summary>Number of lanes.</summary>
    public int Count { get; } = count;

    /// <summary>One for each vector that is taken apart.</summary>
    public IReadOnlyList<LaneParameter> Parameters { get; } = parameters;

    /// <summary>Stands for the number of the lane, in the body.</summary>
    public LaneIndex Index { get; } = index;

    /// <summary>One lane's value.</summary>
    public Expression Body { get; } = body;
}

/// <summary>This lane's element of a vector; only inside the body of the <see cref="LaneMap"/> that lists it.</summary>
public sealed class LaneParameter(Expression vector, int elementWidth) : Expression(elementWidth)
{
    /// <summary>The vector, outside the body (or in the body of an enclosing map).</summary>
    public Expression Vector { get; } = vector;
}

/// <summary>The number of this lane; only inside the body of the <see cref="LaneMap"/> that owns it.</summary>
public sealed class LaneIndex(int width) : Expression(width);

/// <summary>All elements of a vector joined by an associative operator (Add, And, Or, Xor), modulo 2^Width.</summary>
public sealed class LaneReduce(BinaryOperator operation, Expression vector, int elementWidth) : Expression(elementWidth)
{
    /// <summary>What joins the elements.</summary>
    public BinaryOperator Operator { get; } = operation;

    /// <summary>All elements side by side.</summary>
    public Expression Vector { get; } = vector;

    /// <summary>Number of elements.</summary>
    public int Count => Vector.Width / Width;
}
