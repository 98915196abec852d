using System.Numerics;

namespace Vta.Compiler.LoopIr.Arithmetic;

/// <summary>Quotients and rests of indices, divided by numbers above zero: what loops that are fused and split make of their axes.</summary>
/// <param name="bounds">What is known of variables.</param>
internal sealed class Divisions(Bounds bounds)
{
    /// <summary>
    /// A sum in which no quotient stands beside its rest: (e // n) * n * c + (e % n) * c is e * c, and with (e // n) % m in place of the quotient
    /// it is (e % (n * m)) * c.
    /// </summary>
    internal LinearForm Join(LinearForm sum)
    {
        foreach (var (term, coefficient) in sum.Terms)
        {
            if (term is not BinaryExpr { Operator: BinaryOperator.FloorModulo, Right: Constant { Value: > 0 } divisor } rest)
                continue;
            var quotient = Quotient(rest.Left, divisor.Value);
            foreach (var (other, _) in sum.Terms.Where(other => other.Coefficient == coefficient * divisor.Value))
            {
                if (AreEqual(other, quotient))
                    return Join(sum.Replace([rest, other], rest.Left, coefficient));
                if (other is BinaryExpr { Operator: BinaryOperator.FloorModulo, Right: Constant { Value: > 0 } outer } part
                    && AreEqual(part.Left, quotient) && (long)divisor.Value * outer.Value <= int.MaxValue)
                    return Join(sum.Replace([rest, part], Rest(rest.Left, divisor.Value * outer.Value), coefficient));
            }
        }
        return sum;
    }

    internal Expr Quotient(Expr dividend, int divisor)
    {
        var (multiples, rest) = LinearForm.Of(dividend).Split(divisor);
        var whole = multiples.Divide(divisor);
        if (!whole.Fits)
            return dividend / divisor;
        return IsBelow(rest, divisor) ? whole.ToExpr() : Sum(whole.ToExpr() + QuotientOfRest(rest, divisor));
    }

    internal Expr Rest(Expr dividend, int divisor)
    {
        var (_, rest) = LinearForm.Of(dividend).Split(divisor);
        if (IsBelow(rest, divisor))
            return rest.ToExpr();
        // What a rest of a multiple leaves out is no matter here.
        foreach (var (term, coefficient) in rest.Terms)
        {
            if (term is BinaryExpr { Operator: BinaryOperator.FloorModulo, Right: Constant inner } wrapped && coefficient * inner.Value % divisor == 0
                && rest.Replace([term], wrapped.Left, coefficient) is { Fits: true } open)
                return Rest(open.ToExpr(), divisor);
        }
        return Coarse(rest, divisor) is (var unit, var units, var small)
            ? Sum(Rest(units, divisor / unit) * unit + small)
            : rest.ToExpr() % divisor;
    }

    private Expr QuotientOfRest(LinearForm rest, int divisor)
    {
        if (rest is { Constant: 0 } && rest.Terms.ToList() is [{ Term: BinaryExpr { Right: Constant { Value: > 0 } inner } term, Coefficient: 1 }])
        {
            if (term.Operator == BinaryOperator.FloorDivide && (long)inner.Value * divisor <= int.MaxValue)
                return Quotient(term.Left, inner.Value * divisor);
            if (term.Operator == BinaryOperator.FloorModulo && inner.Value % divisor == 0)
                return Rest(Quotient(term.Left, divisor), inner.Value / divisor);
        }
        return Coarse(rest, divisor) is (var unit, var units, _) ? Quotient(units, divisor / unit) : rest.ToExpr() / divisor;
    }

    /// <summary>A sum in units of a number that divides the divisor, and a rest that is less than a unit; null where there is no such unit.</summary>
    private (int Unit, Expr Units, Expr Small)? Coarse(LinearForm sum, int divisor)
    {
        var candidates = sum.Terms.Select(term => (int)BigInteger.GreatestCommonDivisor(term.Coefficient, divisor));
        foreach (var unit in candidates.Where(unit => unit > 1 && unit < divisor).Distinct().OrderDescending())
        {
            var (units, small) = sum.Split(unit);
            if (IsBelow(small, unit))
                return (unit, units.Divide(unit).ToExpr(), small.ToExpr());
        }
        return null;
    }

    /// <summary>Whether two expressions are the same, or quotients of sums whose terms stand in another order.</summary>
    private static bool AreEqual(Expr left, Expr right) => left.Equals(right) || ((left, right) is (BinaryExpr a, BinaryExpr b)
        && a.Operator == BinaryOperator.FloorDivide && b.Operator == BinaryOperator.FloorDivide && a.Right.Equals(b.Right) && LinearForm.OfDifference(a.Left, b.Left).IsZero);

    private bool IsBelow(LinearForm form, int limit) => bounds.OfSum(form).IsWithin(new Interval(0, limit - 1));

    private Expr Sum(Expr expression) => Join(LinearForm.Of(expression)) is { Fits: true } sum ? sum.ToExpr() : expression;
}
