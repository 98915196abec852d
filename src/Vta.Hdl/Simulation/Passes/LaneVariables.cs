using Vta.Hdl.Ir;

namespace Vta.Hdl.Simulation.Passes;

/// <summary>Which lane parameters and indices an expression depends on, other than those of maps inside it.</summary>
internal sealed class LaneVariables
{
    private static readonly Expression[] s_none = [];
    private readonly Dictionary<Expression, Expression[]> _free = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<LaneMap, IReadOnlyList<Expression>> _operands = [];

    public Expression[] Of(Expression expression)
    {
        if (_free.TryGetValue(expression, out var known))
            return known;
        var free = expression switch
        {
            LaneParameter or LaneIndex => [expression],
            LaneMap map => Union(Union(map.Parameters.Select(p => p.Vector)), Of(map.Body).Where(v => !IsOwn(map, v))),
            _ => Union(ExpressionGraph.Operands(expression)),
        };
        _free[expression] = free;
        return free;
    }

    /// <summary>True where the value is not the same in all lanes of the map.</summary>
    public bool Varies(Expression expression, LaneMap map) => Of(expression).Any(v => IsOwn(map, v));

    /// <summary>What a map needs from outside: its vectors, and the largest parts of its body that are the same in all lanes.</summary>
    public IReadOnlyList<Expression> OperandsOf(LaneMap map)
    {
        if (_operands.TryGetValue(map, out var known))
            return known;
        var operands = new List<Expression>(map.Parameters.Select(p => p.Vector));
        var seen = new HashSet<Expression>(ReferenceEqualityComparer.Instance);
        Collect(map.Body);
        _operands[map] = operands;
        return operands;

        void Collect(Expression e)
        {
            if (!seen.Add(e))
                return;
            if (!Varies(e, map))
            {
                operands.Add(e);
                return;
            }
            foreach (var operand in OperandsOf(e))
                Collect(operand);
        }
    }

    /// <summary>The operands of an expression, where those of a map are what it needs from outside.</summary>
    public IEnumerable<Expression> OperandsOf(Expression expression) =>
        expression is LaneMap map ? OperandsOf(map) : ExpressionGraph.Operands(expression);

    private static bool IsOwn(LaneMap map, Expression variable) =>
        variable == map.Index || (variable is LaneParameter p && map.Parameters.Contains(p));

    private Expression[] Union(IEnumerable<Expression> operands) => Union(operands.SelectMany(Of), []);

    private static Expression[] Union(IEnumerable<Expression> a, IEnumerable<Expression> b)
    {
        var all = a.Concat(b).Distinct().ToArray();
        return all.Length == 0 ? s_none : all;
    }
}
