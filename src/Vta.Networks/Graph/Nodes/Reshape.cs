using System.Collections.Immutable;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Graph.Nodes;

/// <summary>The same elements under another shape: reshape, flatten, squeeze and their like.</summary>
/// <param name="Target">The shape.</param>
public sealed record Reshape(
    Origin Origin,
    Tensor Input,
    Tensor Output,
    Shape Target)
    : Node(Origin, Output)
{
    public override ImmutableArray<Tensor> Inputs => [Input];

    public override T Accept<T>(INodeVisitor<T> visitor) => visitor.Visit(this);
}
