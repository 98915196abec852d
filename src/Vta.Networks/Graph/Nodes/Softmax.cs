using System.Collections.Immutable;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Graph.Nodes;

/// <summary>exp(beta × x) over the sum of these, along the last axis.</summary>
public sealed record Softmax(
    Origin Origin,
    Tensor Input,
    Tensor Output,
    float Beta)
    : Node(Origin, Output)
{
    public override ImmutableArray<Tensor> Inputs => [Input];

    public override T Accept<T>(INodeVisitor<T> visitor) => visitor.Visit(this);
}
