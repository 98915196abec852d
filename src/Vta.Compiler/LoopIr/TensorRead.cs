using Vta.Compiler.Tensors;

namespace Vta.Compiler.LoopIr;

/// <summary>A value of a tensor.</summary>
public sealed class TensorRead(DataProducer tensor, IReadOnlyList<Expr> indices) : Expr
{
    public DataProducer Tensor { get; } = tensor;

    public IReadOnlyList<Expr> Indices { get; } = indices;

    public override DataType Type => Tensor.Type;

    private protected override object Identity => (Tensor, Indices);

    internal override Expr MapChildren(Func<Expr, Expr> map)
    {
        Expr[] indices = [.. Indices.Select(map)];
        return indices.Zip(Indices).All(pair => ReferenceEquals(pair.First, pair.Second)) ? this : new TensorRead(Tensor, indices);
    }
}
