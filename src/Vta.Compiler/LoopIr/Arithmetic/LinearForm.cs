namespace Vta.Compiler;

/// <summary>An index as a sum: a number, and terms that are expressions times numbers. Equal sums have equal forms.</summary>
internal sealed class LinearForm
{
    private readonly Dictionary<Expr, long> coefficients = [];

    internal long Constant { get; private set; }

    /// <summary>The terms that are not zero, in the order in which they occurred.</summary>
    internal IEnumerable<(Expr Term, long Coefficient)> Terms =>
        coefficients.Where(pair => pair.Value != 0).Select(pair => (pair.Key, pair.Value));

    internal static LinearForm Of(Expr expression)
    {
        var form = new LinearForm();
        form.Add(expression, 1);
        return form;
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

    /// <summary>A part of the number moved to another form.</summary>
    internal void MoveConstant(LinearForm other, long amount)
    {
        Constant -= amount;
        other.Constant += amount;
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

    internal Expr ToExpr()
    {
        var terms = Terms.ToList();
        Expr? sum = null;
        // A sum begins with something that is added.
        var head = terms.FindIndex(term => term.Coefficient > 0);
        if (head >= 0)
        {
            sum = Product(terms[head].Term, terms[head].Coefficient);
            terms.RemoveAt(head);
        }
        var constantFirst = sum is null;
        sum ??= new Constant(checked((int)Constant));
        foreach (var (term, coefficient) in terms)
            sum = coefficient > 0 ? sum + Product(term, coefficient) : sum - Product(term, -coefficient);
        if (constantFirst || Constant == 0)
            return sum;
        return Constant > 0 ? sum + checked((int)Constant) : sum - checked((int)-Constant);
    }

    private static Expr Product(Expr term, long coefficient) => term * checked((int)coefficient);

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
            case BinaryExpr { Operator: BinaryOperator.Multiply, Right: Constant number } product:
                Add(product.Left, factor * number.Value);
                break;
            case BinaryExpr { Operator: BinaryOperator.Multiply, Left: Constant number } product:
                Add(product.Right, factor * number.Value);
                break;
            default:
                coefficients[expression] = coefficients.GetValueOrDefault(expression) + factor;
                break;
        }
    }
}
