using Vta.Isa;
using Vta.Networks.Graph.Analysis;
using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Graph;

/// <summary>Collects nodes whose outputs get their shapes by inference.</summary>
public sealed class NetworkBuilder
{
    private readonly List<Node> nodes = [];
    private int nextId;

    /// <summary>The nodes so far.</summary>
    public IReadOnlyList<Node> Nodes => nodes;

    /// <summary>A number that no other tensor of this builder has.</summary>
    public int NextId() => nextId++;

    /// <summary>Adds a node, and gives its output.</summary>
    /// <param name="name">The name of the output.</param>
    /// <param name="type">Its elements.</param>
    /// <param name="quantization">What they stand for.</param>
    /// <param name="create">Makes the node, given its output; called once for the shape and once for the node.</param>
    /// <exception cref="VtaInputException">The inputs' shapes do not fit the node.</exception>
    public Tensor Add(string name, ElementType type, Quantization? quantization, Func<Tensor, Node> create)
    {
        var shapeless = new Tensor(NextId(), name, new Shape(), type, quantization);
        var draft = create(shapeless);
        var node = create(shapeless with { Shape = draft.Origin.Locate(() => ShapeInference.Of(draft)) });
        nodes.Add(node);
        if (nodes.Count > NetworkLimits.Nodes)
            throw new VtaInputException($"the network has more than {NetworkLimits.Nodes} nodes");
        return node.Output;
    }
}
