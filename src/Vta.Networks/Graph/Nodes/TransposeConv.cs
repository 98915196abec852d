using System.Collections.Immutable;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Graph.Nodes;

/// <summary>
/// A transposed convolution: input pixel (y, x) adds weight (i, j) times itself to output pixel
/// (y × stride − offset + i, x × stride − offset + j).
/// </summary>
/// <param name="Input">Images: batch × height × width × channels.</param>
/// <param name="Weights">Output channels × window height × window width × input channels.</param>
/// <param name="Bias">A 32-bit integer for each output channel, of scale input × weight; null for zeros.</param>
/// <param name="Offset">How many rows above and columns to the left are cut off.</param>
/// <param name="OutputSize">Rows and columns of the output; those that nothing is added to hold the bias.</param>
/// <param name="Activation">Ends the node.</param>
public sealed record TransposeConv(
    Origin Origin,
    Tensor Input,
    Tensor Weights,
    Tensor? Bias,
    Tensor Output,
    Size2D Stride,
    Size2D Offset,
    Size2D OutputSize,
    Activation Activation)
    : Node(Origin, Output)
{
    public override ImmutableArray<Tensor> Inputs => Present(Input, Weights, Bias);

    public override T Accept<T>(INodeVisitor<T> visitor) => visitor.Visit(this);
}
