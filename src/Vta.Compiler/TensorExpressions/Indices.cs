using Vta.Compiler.LoopIr;
using Vta.Isa;

namespace Vta.Compiler.TensorExpressions;

/// <summary>The indices of a value along all axes of a tensor: what TVM writes as <c>*i</c>.</summary>
public sealed class Indices(IReadOnlyList<Expr> axes)
{
    internal IReadOnlyList<Expr> Axes { get; } = axes;

    /// <summary>The index along an axis.</summary>
    /// <exception cref="VtaInputException">There is no such axis.</exception>
    public Expr this[int axis] => axis >= 0 && axis < Count
        ? Axes[axis]
        : throw new VtaInputException($"there is no axis {axis}; they are 0 to {Count - 1}");

    public int Count => Axes.Count;
}
