using System.Collections.Immutable;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Graph.Nodes;

/// <summary>Elements at equal distances along each axis.</summary>
/// <param name="Starts">For each axis, the first element.</param>
/// <param name="Steps">For each axis, the distance from one to the next; negative for backwards.</param>
/// <param name="Size">How many.</param>
public sealed record Slice(
    Origin Origin,
    Tensor Input,
    Tensor Output,
    ImmutableArray<int> Starts,
    ImmutableArray<int> Steps,
    Shape Size)
    : Node(Origin, Output)
{
    public override ImmutableArray<Tensor> Inputs => [Input];

    public override T Accept<T>(INodeVisitor<T> visitor) => visitor.Visit(this);
}
