using System.Runtime.CompilerServices;
using Vta.Compiler.Tensors;
using Vta.Isa;
using Vta.Isa.Alu;

namespace Vta.Compiler.LoopIr;

/// <summary>A known integer.</summary>
public sealed class Constant : Expr
{
    public Constant(int value)
        : this(value, DataType.Int32)
    {
    }

    private Constant(int value, DataType type) => (Value, Type) = (value, type);

    public int Value { get; }

    public override DataType Type { get; }

    private protected override object Identity => (Value, Type);

    /// <summary>Whether it is a number as C# has them, which takes the type of what it is combined with.</summary>
    internal bool IsPlain => Type == DataType.Int32;

    internal static Constant Of(bool condition) => new(condition ? 1 : 0, DataType.Bool);

    /// <summary>This number wrapped to another type.</summary>
    internal Constant Wrap(DataType other) => new(other.Wrap(Value), other);

    /// <summary>This number in another type.</summary>
    /// <exception cref="VtaInputException">It does not fit.</exception>
    internal Constant As(DataType other) => other.Wrap(Value) == Value
        ? new(Value, other)
        : throw new VtaInputException($"the number {Value} does not fit {other}, {other.Min} to {other.Max}");
}

/// <summary>
/// A loop variable. Two of the same name are still two: <c>==</c> of two variables says whether they are one, also of those that a schedule
/// calls axes. To compare their values, make one of them an expression: <c>(Expr)dy == dx</c>.
/// </summary>
public class Variable(string name) : Expr
{
    public string Name { get; } = name;

    private protected override object Identity => this;

    public static bool operator ==(Variable? left, Variable? right) => ReferenceEquals(left, right);

    public static bool operator !=(Variable? left, Variable? right) => !ReferenceEquals(left, right);

    public sealed override bool Equals(Expr? other) => ReferenceEquals(this, other);

    public sealed override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public sealed override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}

/// <summary>Operators on two integers, or on two conditions.</summary>
public enum BinaryOperator
{
    Add,
    Subtract,
    Multiply,
    Min,
    Max,
    FloorDivide,
    FloorModulo,
    ShiftLeft,
    ShiftRight,
    Less,
    LessOrEqual,
    And,
    Or,
}

/// <summary>An operator applied to two expressions; made by the operators of <see cref="Expr"/>.</summary>
public sealed class BinaryExpr : Expr
{
    internal BinaryExpr(BinaryOperator binaryOperator, Expr left, Expr right) => (Operator, Left, Right) = (binaryOperator, left, right);

    public BinaryOperator Operator { get; }

    public Expr Left { get; }

    public Expr Right { get; }

    public override DataType Type => Make.TypeOf(Operator, Left);

    internal override IReadOnlyList<Expr> Children => [Left, Right];

    private protected override object Identity => (Operator, Left, Right);

    private protected override Expr With(IReadOnlyList<Expr> children) => Make.Binary(Operator, children[0], children[1]);
}

/// <summary>A value as another type: sign-extended, or its low bits. Made by <see cref="Expr.Cast"/>.</summary>
public sealed class CastExpr : Expr
{
    internal CastExpr(DataType to, Expr value) => (To, Value) = (to, value);

    public DataType To { get; }

    public Expr Value { get; }

    public override DataType Type => To;

    internal override IReadOnlyList<Expr> Children => [Value];

    private protected override object Identity => (To, Value);

    private protected override Expr With(IReadOnlyList<Expr> children) => children[0].Cast(To);
}

/// <summary>One of two values. Only the one that is chosen is read. Made by <c>Te.IfThenElse</c>.</summary>
public sealed class SelectExpr : Expr
{
    internal SelectExpr(Expr condition, Expr whenTrue, Expr otherwise) => (Condition, WhenTrue, Otherwise) = (condition, whenTrue, otherwise);

    public Expr Condition { get; }

    public Expr WhenTrue { get; }

    public Expr Otherwise { get; }

    public override DataType Type => WhenTrue.Type;

    internal override IReadOnlyList<Expr> Children => [Condition, WhenTrue, Otherwise];

    private protected override object Identity => (Condition, WhenTrue, Otherwise);

    private protected override Expr With(IReadOnlyList<Expr> children) => Make.Select(children[0], children[1], children[2]);
}

/// <summary>An operation of the ALU that has no operator of its own, such as one that extends the hardware.</summary>
public sealed class AluExpr : Expr
{
    internal AluExpr(AluOperation operation, Expr left, Expr right) => (Operation, Left, Right) = (operation, left, right);

    public AluOperation Operation { get; }

    public Expr Left { get; }

    public Expr Right { get; }

    public override DataType Type => Left.Type;

    internal override IReadOnlyList<Expr> Children => [Left, Right];

    private protected override object Identity => (Operation, Left, Right);

    private protected override Expr With(IReadOnlyList<Expr> children) => Make.Alu(Operation, children[0], children[1]);
}

/// <summary>A value of a tensor, which flattening makes one of a buffer.</summary>
public sealed class TensorRead(DataProducer tensor, IReadOnlyList<Expr> indices) : Expr
{
    public DataProducer Tensor { get; } = tensor;

    public IReadOnlyList<Expr> Indices { get; } = indices;

    public override DataType Type => Tensor.Type;

    internal override IReadOnlyList<Expr> Children => Indices;

    private protected override object Identity => (Tensor, Indices);

    private protected override Expr With(IReadOnlyList<Expr> children) => new TensorRead(Tensor, children);
}

/// <summary>How values along an axis become one.</summary>
public enum Reducer
{
    Sum,
    Min,
    Max,
}

/// <summary>All values along some axes as one; the whole body of a computation.</summary>
public sealed class ReduceExpr : Expr
{
    internal ReduceExpr(Reducer reducer, Expr value, IReadOnlyList<Variable> axes) => (Reducer, Value, Axes) = (reducer, value, axes);

    public Reducer Reducer { get; }

    public Expr Value { get; }

    public IReadOnlyList<Variable> Axes { get; }

    public override DataType Type => Value.Type;

    internal override IReadOnlyList<Expr> Children => [Value];

    private protected override object Identity => (Reducer, Value, Axes);

    private protected override Expr With(IReadOnlyList<Expr> children) => new ReduceExpr(Reducer, children[0], Axes);

    /// <summary>What a reduction of nothing is.</summary>
    internal Constant Initial => new Constant(Reducer switch
    {
        Reducer.Sum => 0,
        Reducer.Min => Type.Max,
        _ => Type.Min,
    }).As(Type);

    internal Expr Combine(Expr left, Expr right) => Reducer switch
    {
        Reducer.Sum => left + right,
        Reducer.Min => Min(left, right),
        _ => Max(left, right),
    };
}

/// <summary>A value of a buffer.</summary>
public sealed class BufferLoad(LoopBuffer buffer, Expr index) : Expr
{
    public LoopBuffer Buffer { get; } = buffer;

    public Expr Index { get; } = index;

    public override DataType Type => Buffer.Type;

    internal override IReadOnlyList<Expr> Children => [Index];

    private protected override object Identity => (Buffer, Index);

    private protected override Expr With(IReadOnlyList<Expr> children) => new BufferLoad(Buffer, children[0]);
}

/// <summary>Where an element of a buffer lies in its on-chip memory; known once buffers are allocated.</summary>
public sealed class BufferAddress(LoopBuffer buffer, Expr element) : Expr
{
    public LoopBuffer Buffer { get; } = buffer;

    public Expr Element { get; } = element;

    internal override IReadOnlyList<Expr> Children => [Element];

    private protected override object Identity => (Buffer, Element);

    private protected override Expr With(IReadOnlyList<Expr> children) => new BufferAddress(Buffer, children[0]);
}
