using Vta.Isa;

namespace Vta.Compiler;

/// <summary>Refuses reads of values that a tensor does not have. What <c>Te.IfThenElse</c> chooses between is for its condition to keep inside.</summary>
internal static class ReadBounds
{
    /// <exception cref="VtaInputException">An index can leave its axis.</exception>
    internal static void Check(string name, IReadOnlyList<IterVar> axes, Expr body)
    {
        var bounds = new Bounds();
        foreach (var axis in axes)
            bounds.Add(axis, axis.Extent);

        Expr Visit(Expr expression)
        {
            switch (expression)
            {
                case SelectExpr select:
                    Visit(select.Condition);
                    return select;
                case TensorRead read:
                    for (var axis = 0; axis < read.Indices.Count; axis++)
                        Check(name, read, axis, bounds);
                    return read;
                default:
                    return expression.MapChildren(Visit);
            }
        }

        Visit(body);
    }

    private static void Check(string name, TensorRead read, int axis, Bounds bounds)
    {
        var (index, length) = (read.Indices[axis], read.Tensor.Shape[axis]);
        if (IsInside(bounds.Of(index), length) || bounds.Exact(index) is var range && IsInside(range, length))
            return;
        throw new VtaInputException($"{name} reads {read}, where {index} is {range.Min} to {range.Max} and the axis of {read.Tensor.Name} is 0 to {length - 1}; "
            + "compute less, or pad with Topi.Pad");
    }

    private static bool IsInside(Interval range, int length) => range.Min >= 0 && range.Max < length;
}
