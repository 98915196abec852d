using Vta.Compiler.Tensors;

namespace Vta.Compiler.LoopIr;

/// <summary>All values along some axes as one; the whole body of a computation.</summary>
public sealed class ReduceExpr : Expr
{
    internal ReduceExpr(Reducer reducer, Expr value, IReadOnlyList<Variable> axes)
    {
        Reducer = reducer;
        Value = value;
        Axes = axes;
    }

    public Reducer Reducer { get; }

    public Expr Value { get; }

    public IReadOnlyList<Variable> Axes { get; }

    public override DataType Type => Value.Type;

    /// <summary>What a reduction of nothing is.</summary>
    internal Constant Initial => new Constant(Reducer switch
    {
        Reducer.Sum => 0,
        Reducer.Min => Type.Max,
        _ => Type.Min,
    }).As(Type);

    private protected override object Identity => (Reducer, Value, Axes);

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
