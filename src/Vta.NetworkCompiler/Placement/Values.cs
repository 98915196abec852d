using Vta.NetworkCompiler.Layouts;
using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;

namespace Vta.NetworkCompiler.Placement;

/// <summary>What is known of the tensors of nodes that have a place by now.</summary>
internal sealed class Values
{
    private readonly Dictionary<Tensor, Tensor> sources = [];
    private readonly Dictionary<Tensor, ImageShape> images = [];

    /// <summary>A node of the accelerator makes a tensor.</summary>
    internal void Make(Tensor tensor, ImageShape image) => images[tensor] = image;

    /// <summary>A tensor is another one under a new shape.</summary>
    internal void Reshape(Reshape node) => sources[node.Output] = Source(node.Input);

    /// <summary>The tensor that another is a new shape of; itself where it is none.</summary>
    internal Tensor Source(Tensor tensor) => sources.GetValueOrDefault(tensor, tensor);

    /// <summary>A tensor as images.</summary>
    internal ImageShape Image(Tensor tensor) => images.TryGetValue(tensor, out var image) ? image : ImageShape.Of(tensor.Shape);

    /// <summary>Whether the accelerator makes a tensor.</summary>
    internal bool IsOfDevice(Tensor tensor) => images.ContainsKey(tensor);
}
