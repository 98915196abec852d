using Vta.Isa;

namespace Vta.Compiler;

/// <summary>All values along some axes as one; the whole body of a computation.</summary>
public sealed record ReduceExpr(Reducer Reducer, Expr Value, IReadOnlyList<IterVar> Axes) : Expr
{
    public override DataType Type => Value.Type;

    /// <summary>What a reduction of nothing is.</summary>
    internal Constant Identity => new Constant(Reducer switch
    {
        Reducer.Sum => 0,
        Reducer.Min => (int)((1L << (Type.Bits - 1)) - 1),
        _ => (int)-(1L << (Type.Bits - 1)),
    }).As(Type);

    internal Expr Combine(Expr left, Expr right) => Reducer switch
    {
        Reducer.Sum => left + right,
        Reducer.Min => Min(left, right),
        _ => Max(left, right),
    };

    internal override Expr MapChildren(Func<Expr, Expr> map)
    {
        var value = map(Value);
        return ReferenceEquals(value, Value) ? this : new ReduceExpr(Reducer, value, Axes);
    }
}
