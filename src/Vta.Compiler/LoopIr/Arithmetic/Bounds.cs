namespace Vta.Compiler;

/// <summary>What values indices can have, from the extents of the loops around them.</summary>
internal sealed class Bounds
{
    private readonly Dictionary<Variable, Interval> variables = [];

    /// <summary>A variable runs from 0 to below an extent.</summary>
    internal void Add(Variable variable, int extent) => variables[variable] = new Interval(0, extent - 1);

    internal Interval Of(Expr expression) => expression switch
    {
        Constant constant => Interval.Of(constant.Value),
        Variable variable => variables.GetValueOrDefault(variable, Interval.Everything),
        BinaryExpr { Operator: BinaryOperator.Min } min => Both(min, Math.Min),
        BinaryExpr { Operator: BinaryOperator.Max } max => Both(max, Math.Max),
        BinaryExpr { Operator: BinaryOperator.FloorDivide, Right: Constant { Value: > 0 } divisor } quotient => Divide(Of(quotient.Left), divisor.Value),
        BinaryExpr { Operator: BinaryOperator.FloorModulo, Right: Constant { Value: > 0 } divisor } => new Interval(0, divisor.Value - 1),
        BinaryExpr { Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply } => OfSum(LinearForm.Of(expression)),
        _ => Interval.Everything,
    };

    internal Interval OfSum(LinearForm form)
    {
        var sum = Interval.Of(form.Constant);
        foreach (var (term, coefficient) in form.Terms)
            sum += (term is BinaryExpr { Operator: BinaryOperator.Multiply } ? Interval.Everything : Of(term)) * coefficient;
        return sum;
    }

    private static Interval Divide(Interval interval, long divisor) =>
        new((long)Math.Floor((double)interval.Min / divisor), (long)Math.Floor((double)interval.Max / divisor));

    private Interval Both(BinaryExpr expression, Func<long, long, long> choose)
    {
        var (left, right) = (Of(expression.Left), Of(expression.Right));
        return new Interval(choose(left.Min, right.Min), choose(left.Max, right.Max));
    }
}
