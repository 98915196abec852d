using System.Collections.Immutable;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Graph.Nodes;

/// <summary>A product with constant weights.</summary>
/// <param name="Input">Any shape; rows of as many elements as weights have columns.</param>
/// <param name="Weights">Output channels × input channels.</param>
/// <param name="Bias">A 32-bit integer for each output channel, of scale input × weight; null for zeros.</param>
/// <param name="KeepDimensions">Whether the output has the input's dimensions but for the last; else it has two.</param>
/// <param name="Activation">Ends the node.</param>
public sealed record FullyConnected(
    Origin Origin,
    Tensor Input,
    Tensor Weights,
    Tensor? Bias,
    Tensor Output,
    bool KeepDimensions,
    Activation Activation)
    : Node(Origin, Output)
{
    public override ImmutableArray<Tensor> Inputs => Present(Input, Weights, Bias);

    public override T Accept<T>(INodeVisitor<T> visitor) => visitor.Visit(this);
}
