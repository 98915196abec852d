namespace Vta.Hdl.Ir;

/// <summary>Walks over expression graphs.</summary>
public static class ExpressionGraph
{
    /// <summary>
    /// The operands of an expression, from which alone it is computed. A lane map's are its vectors and its body; memories and signals have none here
    /// but the address of an asynchronous read.
    /// </summary>
    public static IEnumerable<Expression> Operands(Expression expression) => expression switch
    {
        Literal or Signal or LaneIndex or LaneParameter => [],
        Unary e => [e.Operand],
        Binary e => [e.Left, e.Right],
        Mux e => [e.Condition, e.WhenTrue, e.WhenFalse],
        Slice e => [e.Operand],
        Concat e => e.Parts,
        Replicate e => [e.Operand],
        Extend e => [e.Operand],
        DynamicSelect e => [e.Vector, e.Index],
        MemoryRead e => [e.Address],
        LaneMap e => e.Parameters.Select(p => p.Vector).Append(e.Body),
        LaneReduce e => [e.Vector],
        _ => throw new InvalidOperationException($"unknown expression {expression.GetType().Name}"),
    };

    /// <summary>Every node below the roots once, operands before their users.</summary>
    public static IReadOnlyList<Expression> PostOrder(IEnumerable<Expression> roots)
    {
        var seen = new HashSet<Expression>(ReferenceEqualityComparer.Instance);
        var order = new List<Expression>();
        var stack = new Stack<(Expression Node, bool Done)>();
        foreach (var root in roots)
        {
            stack.Push((root, false));
            while (stack.TryPop(out var top))
            {
                if (top.Done)
                {
                    order.Add(top.Node);
                    continue;
                }
                if (!seen.Add(top.Node))
                    continue;
                stack.Push((top.Node, true));
                foreach (var operand in Operands(top.Node))
                {
                    if (!seen.Contains(operand))
                        stack.Push((operand, false));
                }
            }
        }
        return order;
    }

    /// <summary>The signals that an expression reads.</summary>
    public static IEnumerable<Signal> Signals(params IEnumerable<Expression> roots) => PostOrder(roots).OfType<Signal>();
}
