using System.Collections.Immutable;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Graph.Nodes;

/// <summary>Averages over the elements of a window that lie inside the image.</summary>
/// <param name="Input">Images: batch × height × width × channels.</param>
/// <param name="Activation">Ends the node.</param>
public sealed record AveragePool(
    Origin Origin,
    Tensor Input,
    Tensor Output,
    Size2D Window,
    Size2D Stride,
    Padding Padding,
    Activation Activation)
    : Node(Origin, Output)
{
    public override ImmutableArray<Tensor> Inputs => [Input];

    public override T Accept<T>(INodeVisitor<T> visitor) => visitor.Visit(this);
}
