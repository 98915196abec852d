using System.Collections.Immutable;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Graph.Nodes;

/// <summary>1 ÷ (1 + exp(−x)).</summary>
public sealed record Logistic(
    Origin Origin,
    Tensor Input,
    Tensor Output)
    : Node(Origin, Output)
{
    public override ImmutableArray<Tensor> Inputs => [Input];

    public override T Accept<T>(INodeVisitor<T> visitor) => visitor.Visit(this);
}
