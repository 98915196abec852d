using Vta.Compiler.Tensors;
using Vta.Isa;

namespace Vta.Compiler.LoopIr;

/// <summary>A known integer.</summary>
public sealed class Constant : Expr
{
    public Constant(int value)
        : this(value, DataType.Int32)
    {
    }

    private Constant(int value, DataType type)
    {
        Value = value;
        Type = type;
    }

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

    internal override Expr MapChildren(Func<Expr, Expr> map) => this;
}
