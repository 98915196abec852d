using System.Collections.Immutable;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Graph.Nodes;

/// <summary>
/// A product of two matrices that are both known only when the network runs; outer dimensions are batches, repeated where one is 1.
/// </summary>
/// <param name="Left">… × rows × depth.</param>
/// <param name="Right">… × depth × columns, or … × columns × depth.</param>
/// <param name="TransposeRight">Whether the depth is the last axis of <paramref name="Right"/>.</param>
public sealed record MatMul(
    Origin Origin,
    Tensor Left,
    Tensor Right,
    Tensor Output,
    bool TransposeRight)
    : Node(Origin, Output)
{
    public override ImmutableArray<Tensor> Inputs => [Left, Right];

    public override T Accept<T>(INodeVisitor<T> visitor) => visitor.Visit(this);
}
