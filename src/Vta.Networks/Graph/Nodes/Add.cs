using System.Collections.Immutable;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Graph.Nodes;

/// <summary>A sum of two tensors, each with a scale of its own; extents of 1 are repeated.</summary>
/// <param name="Activation">Ends the node.</param>
public sealed record Add(
    Origin Origin,
    Tensor Left,
    Tensor Right,
    Tensor Output,
    Activation Activation)
    : Node(Origin, Output)
{
    public override ImmutableArray<Tensor> Inputs => [Left, Right];

    public override T Accept<T>(INodeVisitor<T> visitor) => visitor.Visit(this);
}
