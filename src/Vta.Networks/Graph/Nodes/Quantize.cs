using System.Collections.Immutable;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Graph.Nodes;

/// <summary>Real numbers to integers.</summary>
/// <param name="Input">Of float32.</param>
public sealed record Quantize(
    Origin Origin,
    Tensor Input,
    Tensor Output)
    : Node(Origin, Output)
{
    public override ImmutableArray<Tensor> Inputs => [Input];

    public override T Accept<T>(INodeVisitor<T> visitor) => visitor.Visit(this);
}
