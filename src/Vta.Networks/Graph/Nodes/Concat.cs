using System.Collections.Immutable;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Graph.Nodes;

/// <summary>Tensors side by side; all have the output's quantisation.</summary>
/// <param name="Parts">In order.</param>
/// <param name="Axis">Along which they are joined.</param>
public sealed record Concat(
    Origin Origin,
    ImmutableArray<Tensor> Parts,
    Tensor Output,
    int Axis)
    : Node(Origin, Output)
{
    public override ImmutableArray<Tensor> Inputs => Parts;

    public override T Accept<T>(INodeVisitor<T> visitor) => visitor.Visit(this);
}
