using System.Collections.Immutable;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Graph.Nodes;

/// <summary>An activation by itself: ReLU and its like.</summary>
public sealed record Clamp(
    Origin Origin,
    Tensor Input,
    Tensor Output,
    Activation Activation)
    : Node(Origin, Output)
{
    public override ImmutableArray<Tensor> Inputs => [Input];

    public override T Accept<T>(INodeVisitor<T> visitor) => visitor.Visit(this);
}
