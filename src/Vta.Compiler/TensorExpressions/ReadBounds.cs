using Vta.Compiler.LoopIr;
using Vta.Compiler.LoopIr.Arithmetic;
using Vta.Isa;

namespace Vta.Compiler.TensorExpressions;

/// <summary>
/// Refuses what has no value: reads beyond a tensor, also where conditions choose them, and arithmetic on axes that leaves 32 bits or
/// divides by zero.
/// </summary>
internal sealed class ReadBounds
{
    private readonly string name;
    private readonly Bounds bounds = new();

    private ReadBounds(string name, IReadOnlyList<IterVar> axes)
    {
        this.name = name;
        foreach (var axis in axes)
            bounds.Add(axis, axis.Extent);
    }

    /// <exception cref="VtaInputException">Some value of the body has no meaning.</exception>
    internal static void Check(string name, IReadOnlyList<IterVar> axes, Expr body) => new ReadBounds(name, axes).Visit(body, [], isIndex: false);

    /// <param name="expression">A part of the body.</param>
    /// <param name="conditions">What holds where it is chosen.</param>
    /// <param name="isIndex">Whether it is part of an index.</param>
    private void Visit(Expr expression, IReadOnlyList<Expr> conditions, bool isIndex)
    {
        switch (expression)
        {
            case SelectExpr select:
                Visit(select.Condition, conditions, isIndex);
                Visit(select.WhenTrue, [.. conditions, select.Condition], isIndex);
                Visit(select.Otherwise, [.. conditions, !select.Condition], isIndex);
                break;
            case TensorRead read:
                foreach (var (axis, index) in read.Indices.Index())
                {
                    Visit(index, conditions, isIndex: true);
                    RequireInside(read, axis, conditions);
                }
                break;
            default:
                foreach (var child in expression.Children)
                    Visit(child, conditions, isIndex);
                if (expression is BinaryExpr binary && (isIndex || binary.All().All(part => part is BinaryExpr or Constant or Variable)))
                    RequireExact(binary);
                break;
        }
    }

    private void RequireExact(BinaryExpr binary)
    {
        if (binary.Operator is BinaryOperator.FloorDivide or BinaryOperator.FloorModulo && bounds.Of(binary.Right) is var divisor && divisor.Contains(0))
            throw new VtaInputException($"{name} has {binary}, where {binary.Right} is {divisor.Min} to {divisor.Max}; a divisor is not 0");
        var range = bounds.Of(binary);
        if (!range.IsWithin(Interval.Of(binary.Type)) || !LinearForm.Of(binary).Fits)
            throw new VtaInputException($"{name} has {binary}, which is not within {binary.Type.Bits} bits for all values of its axes; "
                + "arithmetic on axes does not wrap");
    }

    private void RequireInside(TensorRead read, int axis, IReadOnlyList<Expr> conditions)
    {
        var (index, length) = (read.Indices[axis], read.Tensor.Shape[axis]);
        var inside = new Interval(0, length - 1);
        if (bounds.Of(index).IsWithin(inside))
            return;
        if (conditions.Count == 0)
        {
            if (bounds.Exact(index) is var range && !range.IsWithin(inside))
                throw new VtaInputException($"{name} reads {read}, where {index} is {range.Min} to {range.Max} and the axis of {read.Tensor.Name} is 0 to {length - 1}; "
                    + "compute less, or pad with Topi.Pad");
            return;
        }
        if (new GuardedRange(bounds, conditions).FindOutside(index, inside) is { } outside)
            throw new VtaInputException($"{name} reads {read}, where {index} {outside} and the axis of {read.Tensor.Name} is 0 to {length - 1}; "
                + "the condition around it has to keep it inside");
    }
}
