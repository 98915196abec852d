using System.Collections.Immutable;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Graph.Nodes;

/// <summary>A convolution, grouped or depthwise where <paramref name="Groups"/> says so.</summary>
/// <param name="Input">Images: batch × height × width × channels.</param>
/// <param name="Weights">
/// Output channels × window height × window width × input channels of a group; a scale and zero point for each output channel, or one.
/// </param>
/// <param name="Bias">A 32-bit integer for each output channel, of scale input × weight; null for zeros.</param>
/// <param name="Groups">Output channel c takes the input channels of group c ÷ (output channels ÷ groups).</param>
/// <param name="Activation">Ends the node.</param>
public sealed record Conv2D(
    Origin Origin,
    Tensor Input,
    Tensor Weights,
    Tensor? Bias,
    Tensor Output,
    Size2D Stride,
    Size2D Dilation,
    Padding Padding,
    int Groups,
    Activation Activation)
    : Node(Origin, Output)
{
    public override ImmutableArray<Tensor> Inputs => Present(Input, Weights, Bias);

    /// <summary>Whether each output channel takes one input channel.</summary>
    public bool IsDepthwise => Groups > 1 && Groups == Input.Shape[^1];

    /// <summary>Height and width of the window.</summary>
    public Size2D Window => new(Weights.Shape[1], Weights.Shape[2]);

    public override T Accept<T>(INodeVisitor<T> visitor) => visitor.Visit(this);
}
