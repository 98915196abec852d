using System.Collections.Frozen;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Verilog;

/// <summary>Which expressions of a module get a name of their own: those used several times that are more than trivial.</summary>
internal sealed class Sharing
{
    /// <summary>An expression of this cost, used twice, is written once; with one less, if it is used more often.</summary>
    private const int SharedCost = 3;

    /// <summary>No expression costs much more than this, but for chains of one operator.</summary>
    private const int MaxCost = 16;

    private readonly Dictionary<Expression, int> _uses = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Expression> _named = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Expression, FrozenSet<LaneIndex>> _free = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<LaneParameter, LaneIndex> _owners = [];

    public Sharing(IReadOnlyList<Expression> roots)
    {
        var order = ExpressionGraph.PostOrder(roots);
        foreach (var expression in roots.Concat(order.SelectMany(ExpressionGraph.Operands)))
            _uses[expression] = Uses(expression) + 1;
        foreach (var map in order.OfType<LaneMap>())
        {
            foreach (var parameter in map.Parameters)
                _owners[parameter] = map.Index;
        }
        var costs = new Dictionary<Expression, int>(ReferenceEqualityComparer.Instance);
        foreach (var expression in order)
            costs[expression] = Decide(expression, costs);
    }

    /// <summary>How often an expression stands in the module.</summary>
    public int Uses(Expression expression) => _uses.GetValueOrDefault(expression);

    public bool IsNamed(Expression expression) => _named.Contains(expression);

    /// <summary>The lane maps, by their index, on whose lanes the value of an expression depends.</summary>
    public FrozenSet<LaneIndex> Free(Expression expression)
    {
        if (_free.TryGetValue(expression, out var known))
            return known;
        IEnumerable<LaneIndex> free = expression switch
        {
            LaneIndex index => [index],
            LaneParameter parameter => Free(parameter.Vector).Append(_owners[parameter]),
            _ => ExpressionGraph.Operands(expression).SelectMany(Free).Where(i => i != (expression as LaneMap)?.Index),
        };
        return _free[expression] = free.ToFrozenSet();
    }

    /// <summary>
    /// What it takes to read the expression where it stands: one for each operator, two for arithmetic; zero once it has a name.
    /// </summary>
    private int Decide(Expression expression, Dictionary<Expression, int> costs)
    {
        if (expression is Literal or Signal or LaneIndex or LaneParameter or Slice { Operand: Signal or LaneParameter })
            return 0;
        var operands = ExpressionGraph.Operands(expression).ToArray();
        var own = IsArithmetic(expression) ? 2 : 1;
        var cost = own + operands.Sum(o => costs[o]);
        while (cost > MaxCost && operands.Where(o => costs[o] > 2 && !IsChain(expression, o)).MaxBy(o => costs[o]) is { } largest)
        {
            _named.Add(largest);
            costs[largest] = 0;
            cost = own + operands.Sum(o => costs[o]);
        }
        if (expression is LaneMap { Count: > 1 } || Uses(expression) > (cost >= SharedCost ? 1 : cost == SharedCost - 1 ? 2 : int.MaxValue))
        {
            _named.Add(expression);
            return 0;
        }
        return cost;
    }

    private static bool IsArithmetic(Expression expression) => expression is LaneReduce or Binary
    {
        Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply or BinaryOperator.LessThan
            or BinaryOperator.LessThanSigned or BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight or BinaryOperator.ShiftRightArithmetic,
    };

    private static bool IsChain(Expression expression, Expression operand) =>
        (expression is Binary { Operator: BinaryOperator.And or BinaryOperator.Or or BinaryOperator.Xor or BinaryOperator.Add } b
            && operand is Binary inner && inner.Operator == b.Operator)
        || (expression is Mux && operand is Mux);
}
