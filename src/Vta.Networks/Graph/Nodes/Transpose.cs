using System.Collections.Immutable;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Graph.Nodes;

/// <summary>The same elements with axes in another order.</summary>
/// <param name="Permutation">Axis i of the output is this axis of the input.</param>
public sealed record Transpose(
    Origin Origin,
    Tensor Input,
    Tensor Output,
    ImmutableArray<int> Permutation)
    : Node(Origin, Output)
{
    public override ImmutableArray<Tensor> Inputs => [Input];

    public override T Accept<T>(INodeVisitor<T> visitor) => visitor.Visit(this);
}
