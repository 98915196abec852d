using System.Collections.Immutable;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Graph.Nodes;

/// <summary>Integers to real numbers.</summary>
/// <param name="Output">Of float32.</param>
public sealed record Dequantize(
    Origin Origin,
    Tensor Input,
    Tensor Output)
    : Node(Origin, Output)
{
    public override ImmutableArray<Tensor> Inputs => [Input];

    public override T Accept<T>(INodeVisitor<T> visitor) => visitor.Visit(this);
}
