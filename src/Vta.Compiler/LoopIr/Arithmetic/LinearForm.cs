namespace Vta.Compiler.LoopIr.Arithmetic;

/// <summary>An index as a sum: a number, and terms that are expressions times numbers. Equal sums have equal forms.</summary>
internal sealed class LinearForm
{
    private readonly Dictionary<Expr, long> coefficients = [];

    internal long Constant { get; private set; }

    /// <summary>The terms that are not zero, in the order in which they occurred.</summary>
    internal IEnumerable<(Expr Term, long Coefficient)> Terms =>
        coefficients.Where(pair => pair.Value != 0).Select(pair => (pair.Key, pair.Value));

    /// <summary>Whether its numbers are numbers of expressions.</summary>
    internal bool Fits => IsNumber(Constant) && Terms.All(term => IsNumber(term.Coefficient));

    internal bool IsZero => Constant == 0 && !Terms.Any();

    internal static LinearForm Of(Expr expression)
    {
        var form = new LinearForm();
        form.Add(expression, 1);
        return form;
    }

    internal static LinearForm OfDifference(Expr left, Expr right)
    {
        var form = Of(left);
        form.Add(right, -1);
        return form;
    }

    public static LinearForm operator -(LinearForm left, LinearForm right)
    {
        var difference = new LinearForm { Constant = left.Constant - right.Constant };
        foreach (var term in left.coefficients.Keys.Union(right.coefficients.Keys))
            difference.coefficients.Add(term, left.Coefficient(term) - right.Coefficient(term));
        return difference;
    }

    internal long Coefficient(Expr term) => coefficients.GetValueOrDefault(term);

    /// <summary>The part of the terms that a condition chooses, and what is left; the number stays with the rest.</summary>
    internal (LinearForm Chosen, LinearForm Others) Partition(Func<Expr, long, bool> isChosen)
    {
        var (chosen, rest) = (new LinearForm(), new LinearForm { Constant = Constant });
        foreach (var (term, coefficient) in Terms)
            (isChosen(term, coefficient) ? chosen : rest).coefficients.Add(term, coefficient);
        return (chosen, rest);
    }

    /// <summary>The multiples of a number, and the rest, whose number is the least that is not negative.</summary>
    internal (LinearForm Multiples, LinearForm Remainder) Split(long divisor)
    {
        var (multiples, rest) = Partition((_, coefficient) => coefficient % divisor == 0);
        var least = (rest.Constant % divisor + divisor) % divisor;
        multiples.Constant = rest.Constant - least;
        rest.Constant = least;
        return (multiples, rest);
    }

    /// <summary>This sum with another expression in place of some terms.</summary>
    internal LinearForm Replace(IReadOnlyCollection<Expr> terms, Expr expression, long coefficient)
    {
        var (_, sum) = Partition((term, _) => terms.Contains(term));
        sum.Add(expression, coefficient);
        return sum;
    }

    internal bool IsMultipleOf(long divisor) => Constant % divisor == 0 && Terms.All(term => term.Coefficient % divisor == 0);

    /// <summary>This form, all of it divided.</summary>
    internal LinearForm Divide(long divisor)
    {
        var quotient = new LinearForm { Constant = Constant / divisor };
        foreach (var (term, coefficient) in Terms)
            quotient.coefficients.Add(term, coefficient / divisor);
        return quotient;
    }

    /// <summary>The sum as an expression; its numbers have to be some of expressions.</summary>
    internal Expr ToExpr()
    {
        var terms = Terms.ToList();
        Expr? sum = null;
        // A sum begins with something that is added.
        var head = terms.FindIndex(term => term.Coefficient > 0);
        if (head >= 0)
        {
            sum = terms[head].Term * terms[head].Coefficient;
            terms.RemoveAt(head);
        }
        var constantFirst = sum is null;
        sum ??= Constant;
        foreach (var (term, coefficient) in terms)
            sum = coefficient > 0 ? sum + term * coefficient : sum - term * -coefficient;
        if (constantFirst || Constant == 0)
            return sum;
        return Constant > 0 ? sum + Constant : sum - -Constant;
    }

    private static bool IsNumber(long value) => Math.Abs(value) <= int.MaxValue;

    private void Add(Expr expression, long factor)
    {
        switch (expression)
        {
            case Constant constant:
                Constant += constant.Value * factor;
                break;
            case BinaryExpr { Operator: BinaryOperator.Add } sum:
                Add(sum.Left, factor);
                Add(sum.Right, factor);
                break;
            case BinaryExpr { Operator: BinaryOperator.Subtract } difference:
                Add(difference.Left, factor);
                Add(difference.Right, -factor);
                break;
            case BinaryExpr { Operator: BinaryOperator.Multiply, Right: Constant number } product when IsNumber(factor * number.Value):
                Add(product.Left, factor * number.Value);
                break;
            case BinaryExpr { Operator: BinaryOperator.Multiply, Left: Constant number } product when IsNumber(factor * number.Value):
                Add(product.Right, factor * number.Value);
                break;
            default:
                coefficients[expression] = coefficients.GetValueOrDefault(expression) + factor;
                break;
        }
    }
}
