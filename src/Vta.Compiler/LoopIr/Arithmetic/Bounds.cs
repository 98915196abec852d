namespace Vta.Compiler.LoopIr.Arithmetic;

/// <summary>What values indices can have, from the extents of the loops around them. No value wraps here.</summary>
internal sealed class Bounds
{
    private const int MostTried = 4096;

    private readonly Dictionary<Variable, Interval> variables;
    private readonly List<(LinearForm Sum, Interval Range)> sums = [];

    internal Bounds()
        : this([])
    {
    }

    private Bounds(Dictionary<Variable, Interval> variables) => this.variables = variables;

    /// <summary>The same without sums, to simplify the conditions that these come from.</summary>
    internal Bounds WithoutSums => new(variables);

    /// <summary>A variable runs from 0 to below an extent.</summary>
    internal void Add(Variable variable, int extent) => Add(variable, new Interval(0, extent - 1));

    /// <summary>A variable has one of some values.</summary>
    internal void Add(Variable variable, Interval values) => variables[variable] = values;

    /// <summary>A sum of variables stays below a limit, though each of them may be as large as it can where others are not.</summary>
    internal void AddSum(Expr sum, int limit)
    {
        // Loops that run once may have left nothing of it.
        if (LinearForm.Of(sum) is var form && form.Terms.Any() && limit > 0)
            sums.Add((form, new Interval(0, limit - 1)));
    }

    internal Interval Of(Expr expression) => expression switch
    {
        Constant constant => Interval.Of(constant.Value),
        Variable variable => variables.GetValueOrDefault(variable, Interval.Everything),
        BinaryExpr binary => Of(binary),
        SelectExpr select => Of(select.WhenTrue).Union(Of(select.Otherwise)),
        CastExpr cast when Of(cast.Value) is var value && value.IsWithin(Interval.Of(cast.To)) => value,
        _ => Interval.Of(expression.Type),
    };

    /// <summary>
    /// The least and greatest value, found by trying all values of its variables where those are few: terms that depend on the same
    /// variable are then not taken to their extremes separately. Values that do not occur together are left out.
    /// </summary>
    internal Interval Exact(Expr expression)
    {
        var free = new HashSet<Variable>();
        expression.CollectVariables(free);
        var ranges = free.Select(variable => (Variable: variable, Range: Of(variable))).ToList();
        if (ranges.Aggregate(1.0, (product, one) => product * (one.Range.Max - one.Range.Min + 1)) > MostTried)
            return Of(expression);
        Interval? found = null;
        var tried = new Dictionary<Variable, Expr>();
        void Try(Expr partly, int depth)
        {
            if (depth == ranges.Count)
            {
                if (Occurs(tried))
                    found = found?.Union(Of(partly)) ?? Of(partly);
                return;
            }
            for (var value = ranges[depth].Range.Min; value <= ranges[depth].Range.Max; value++)
            {
                tried[ranges[depth].Variable] = value;
                Try(partly.Substitute(ranges[depth].Variable, value), depth + 1);
            }
        }
        Try(expression, 0);
        return found ?? Of(expression);
    }

    internal Interval OfSum(LinearForm form)
    {
        var (rest, sum) = (form, Interval.Of(form.Constant));
        foreach (var (known, range) in sums)
        {
            if (Factor(rest, known) is not (not 0 and var factor))
                continue;
            sum += range * factor;
            rest = rest.Partition((term, _) => known.Coefficient(term) != 0).Others;
        }
        foreach (var (term, coefficient) in rest.Terms)
            sum += (term is BinaryExpr { Operator: BinaryOperator.Multiply } product ? Of(product.Left) * Of(product.Right) : Of(term)) * coefficient;
        return sum;
    }

    /// <summary>How often a known sum is part of another; 0 where it is not.</summary>
    private static long Factor(LinearForm form, LinearForm known)
    {
        var first = known.Terms.First();
        var factor = form.Coefficient(first.Term) / first.Coefficient;
        return known.Terms.All(one => form.Coefficient(one.Term) == factor * one.Coefficient) ? factor : 0;
    }

    private bool Occurs(IReadOnlyDictionary<Variable, Expr> tried) => sums.All(known =>
        !known.Sum.Terms.All(one => tried.ContainsKey((Variable)one.Term))
        || Of(known.Sum.ToExpr().Substitute(tried)).IsWithin(known.Range));

    private Interval Of(BinaryExpr binary)
    {
        var (left, right) = (binary.Left, binary.Right);
        switch (binary.Operator)
        {
            case BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply:
                return OfSum(LinearForm.Of(binary));
            case BinaryOperator.Min:
                return Interval.OfCorners(Of(left), Of(right), (a, b) => Math.Min(a, b));
            case BinaryOperator.Max:
                return Interval.OfCorners(Of(left), Of(right), (a, b) => Math.Max(a, b));
            case BinaryOperator.FloorDivide:
                return Of(left).FloorDivide(Of(right));
            case BinaryOperator.FloorModulo:
                return right is Constant modulus && Of(left).IsWithin(new Interval(0, modulus.Value - 1L)) ? Of(left) : Interval.FloorModulo(Of(right));
            case BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight:
                var counts = binary.Operator == BinaryOperator.ShiftRight ? Of(right) : Of(right) * -1;
                return counts.Min >= -31 ? Interval.OfCorners(Of(left), counts, Shift) : Interval.Everything;
            case BinaryOperator.Less:
                return Truth(LinearForm.OfDifference(left, right), difference => difference < 0);
            case BinaryOperator.LessOrEqual:
                return Truth(LinearForm.OfDifference(left, right), difference => difference <= 0);
            case BinaryOperator.And:
                return Interval.OfCorners(Of(left), Of(right), (a, b) => a & b);
            default:
                return Interval.OfCorners(Of(left), Of(right), (a, b) => a | b);
        }
    }

    private static Int128 Shift(long value, long count) => count >= 0 ? value >> (int)Math.Min(count, 31) : (Int128)value << (int)-count;

    /// <summary>Whether a comparison holds for all values of a difference, for none, or for some.</summary>
    private Interval Truth(LinearForm difference, Func<long, bool> holds)
    {
        var range = OfSum(difference);
        return new Interval(holds(range.Max) ? 1 : 0, holds(range.Min) ? 1 : 0);
    }
}
