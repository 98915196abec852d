namespace Vta.Compiler;

/// <summary>A value of a tensor.</summary>
public sealed record TensorRead(SymbolicTensor Tensor, IReadOnlyList<Expr> Indices) : Expr
{
    public override DataType Type => Tensor.Type;

    internal override Expr MapChildren(Func<Expr, Expr> map)
    {
        Expr[] indices = [.. Indices.Select(map)];
        return indices.Zip(Indices).All(pair => ReferenceEquals(pair.First, pair.Second)) ? this : new TensorRead(Tensor, indices);
    }
}
