namespace Vta.Compiler;

/// <summary>What values indices can have, from the extents of the loops around them.</summary>
internal sealed class Bounds
{
    private const int MostTried = 4096;

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

    /// <summary>
    /// The least and greatest value, found by trying all values of its variables where those are few: terms that depend on the same
    /// variable are then not taken to their extremes separately.
    /// </summary>
    internal Interval Exact(Expr expression)
    {
        var free = new HashSet<Variable>();
        expression.CollectVariables(free);
        var ranges = free.Select(variable => (Variable: variable, Range: Of(variable))).ToList();
        if (ranges.Aggregate(1.0, (product, one) => product * (one.Range.Max - one.Range.Min + 1)) > MostTried)
            return Of(expression);
        var found = new Interval(long.MaxValue, long.MinValue);
        void Try(Expr partly, int depth)
        {
            if (depth == ranges.Count)
            {
                var value = ((Constant)partly).Value;
                found = new Interval(Math.Min(found.Min, value), Math.Max(found.Max, value));
                return;
            }
            for (var value = ranges[depth].Range.Min; value <= ranges[depth].Range.Max; value++)
                Try(partly.Substitute(ranges[depth].Variable, (int)value), depth + 1);
        }
        Try(expression, 0);
        return found;
    }

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
