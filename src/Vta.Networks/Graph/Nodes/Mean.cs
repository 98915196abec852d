using System.Collections.Immutable;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Graph.Nodes;

/// <summary>Averages over whole axes: the global average pooling of images is the one over axes 1 and 2.</summary>
/// <param name="Axes">Ascending.</param>
/// <param name="KeepDimensions">Whether these axes stay, with extent 1.</param>
public sealed record Mean(
    Origin Origin,
    Tensor Input,
    Tensor Output,
    ImmutableArray<int> Axes,
    bool KeepDimensions)
    : Node(Origin, Output)
{
    public override ImmutableArray<Tensor> Inputs => [Input];

    public override T Accept<T>(INodeVisitor<T> visitor) => visitor.Visit(this);
}
