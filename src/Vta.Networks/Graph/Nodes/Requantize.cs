using System.Collections.Immutable;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Graph.Nodes;

/// <summary>The same values under another scale, zero point or 8-bit type.</summary>
public sealed record Requantize(
    Origin Origin,
    Tensor Input,
    Tensor Output)
    : Node(Origin, Output)
{
    public override ImmutableArray<Tensor> Inputs => [Input];

    public override T Accept<T>(INodeVisitor<T> visitor) => visitor.Visit(this);
}
