using Vta.Compiler.LoopIr;
using Vta.Compiler.LoopIr.Arithmetic;

namespace Vta.Compiler.TensorExpressions;

/// <summary>What an index can be where conditions hold: the box of all axes is halved until each part is decided.</summary>
/// <param name="bounds">The box.</param>
/// <param name="conditions">What holds.</param>
internal sealed class GuardedRange(Bounds bounds, IReadOnlyList<Expr> conditions)
{
    private const int MostParts = 20_000;

    private int parts;

    /// <summary>Where the index leaves a range though all conditions hold, in words; null where it never does.</summary>
    internal string? FindOutside(Expr index, Interval range)
    {
        if (IsImplied(LinearForm.OfDifference(index, range.Min)) && IsImplied(LinearForm.OfDifference(range.Max, index)))
            return null;
        var variables = new HashSet<Variable>();
        foreach (var expression in conditions.Append(index))
            expression.CollectVariables(variables);
        parts = 0;
        return Find(index, range, [.. variables]);
    }

    /// <summary>Whether some condition alone makes a sum zero or more.</summary>
    private bool IsImplied(LinearForm sum) => bounds.OfSum(sum).Min >= 0 || conditions.SelectMany(Conjuncts).Any(condition =>
    {
        if (condition is not BinaryExpr { Operator: BinaryOperator.Less or BinaryOperator.LessOrEqual } comparison)
            return false;
        var room = LinearForm.OfDifference(comparison.Right, comparison.Left);
        return bounds.OfSum(sum - room).Min >= (comparison.Operator == BinaryOperator.Less ? -1 : 0);
    });

    private static IEnumerable<Expr> Conjuncts(Expr condition) => condition is BinaryExpr { Operator: BinaryOperator.And } both
        ? Conjuncts(both.Left).Concat(Conjuncts(both.Right))
        : [condition];

    private string? Find(Expr index, Interval range, IReadOnlyList<Variable> variables)
    {
        var values = bounds.Of(index);
        if (values.IsWithin(range) || conditions.Any(condition => bounds.Of(condition).Max == 0))
            return null;
        var widest = variables.MaxBy(variable => bounds.Of(variable) is var one ? one.Max - one.Min : 0);
        var whole = widest is null ? default : bounds.Of(widest);
        if (widest is null || whole.Min == whole.Max)
            return values.Min == values.Max ? $"can be {values.Min}" : $"can be {values.Min} to {values.Max}";
        if (++parts > MostParts)
            return "cannot be shown to be inside";
        var middle = whole.Min + (whole.Max - whole.Min) / 2;
        try
        {
            bounds.Add(widest, new Interval(whole.Min, middle));
            if (Find(index, range, variables) is { } found)
                return found;
            bounds.Add(widest, new Interval(middle + 1, whole.Max));
            return Find(index, range, variables);
        }
        finally
        {
            bounds.Add(widest, whole);
        }
    }
}
