namespace Vta.Compiler;

/// <summary>A known integer.</summary>
public sealed record Constant(int Value) : Expr
{
    private readonly DataType type = DataType.Int32;

    public override DataType Type => type;

    /// <summary>This number in another type.</summary>
    internal Constant As(DataType other) => new(Value, other);

    private Constant(int value, DataType type)
        : this(value)
    {
        this.type = type;
    }

    internal override Expr MapChildren(Func<Expr, Expr> map) => this;
}
