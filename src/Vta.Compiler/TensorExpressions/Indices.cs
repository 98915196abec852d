namespace Vta.Compiler;

/// <summary>The indices of a value along all axes of a tensor: what TVM writes as <c>*i</c>.</summary>
public sealed class Indices(IReadOnlyList<Expr> axes)
{
    internal IReadOnlyList<Expr> Axes { get; } = axes;

    /// <summary>The index along an axis.</summary>
    public Expr this[int axis] => Axes[axis];

    public int Count => Axes.Count;
}
