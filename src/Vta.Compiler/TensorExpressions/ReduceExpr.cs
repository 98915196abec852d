using Vta.Isa;

namespace Vta.Compiler;

/// <summary>All values along some axes as one; the whole body of a computation.</summary>
public sealed class ReduceExpr : Expr
{
    private ReduceExpr(Reducer reducer, Expr value, IReadOnlyList<IterVar> axes)
    {
        Reducer = reducer;
        Value = value;
        Axes = axes;
    }

    public Reducer Reducer { get; }

    public Expr Value { get; }

    public IReadOnlyList<IterVar> Axes { get; }

    public override DataType Type => Value.Type;

    /// <summary>What a reduction of nothing is.</summary>
    internal Constant Initial => new Constant((int)(Reducer switch
    {
        Reducer.Sum => 0,
        Reducer.Min => Type.Range.Max,
        _ => Type.Range.Min,
    })).As(Type);

    private protected override object Identity => (Reducer, Value, Axes);

    /// <exception cref="VtaInputException">There is no such reduction.</exception>
    internal static ReduceExpr Create(Reducer reducer, Expr value, IReadOnlyList<IterVar> axes)
    {
        if (axes.Count == 0)
            throw new VtaInputException($"the {reducer} of {value} is along no axis; make one with Te.ReduceAxis");
        if (axes.FirstOrDefault(axis => axis.Kind != IterKind.Reduce) is { } wrong)
            throw new VtaInputException($"{wrong.Name} is not a reduce axis; make one with Te.ReduceAxis");
        if (axes.GroupBy(axis => axis).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new VtaInputException($"the {reducer} of {value} names the axis {twice.Key.Name} twice");
        return value.Type == DataType.Bool
            ? throw new VtaInputException($"{value} is a condition, and {reducer} takes integers; Te.IfThenElse makes numbers of it")
            : new ReduceExpr(reducer, value, [.. axes]);
    }

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
