using System.Collections.Immutable;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Graph.Nodes;

/// <summary>Elements of one value around a tensor.</summary>
/// <param name="Widths">For each axis.</param>
/// <param name="Value">The integer that they hold.</param>
public sealed record Pad(
    Origin Origin,
    Tensor Input,
    Tensor Output,
    ImmutableArray<(int Before, int After)> Widths,
    int Value)
    : Node(Origin, Output)
{
    public override ImmutableArray<Tensor> Inputs => [Input];

    public override T Accept<T>(INodeVisitor<T> visitor) => visitor.Visit(this);
}
