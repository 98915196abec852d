using System.Collections.Immutable;
using Vta.Isa;
using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;
using Vta.Networks.Graph.Verification;
using Vta.Networks.Numbers;

namespace Vta.Networks.Graph;

/// <summary>A quantised network: nodes in an order in which they can run. It is verified when it is made.</summary>
public sealed class Network
{
    /// <exception cref="VtaInputException">The nodes break a rule; the message names the first that does.</exception>
    public Network(
        string name, RoundingRule rounding, IEnumerable<Tensor> inputs, IEnumerable<Tensor> outputs, IEnumerable<Node> nodes)
    {
        (Name, Rounding) = (name, rounding);
        (Inputs, Outputs, Nodes) = ([.. inputs], [.. outputs], [.. nodes]);
        NetworkVerifier.Check(Inputs, Outputs, Nodes, Rounding);
    }

    /// <summary>What the network is called.</summary>
    public string Name { get; }

    /// <summary>How results are rounded.</summary>
    public RoundingRule Rounding { get; }

    /// <summary>What a run is given, in order.</summary>
    public ImmutableArray<Tensor> Inputs { get; }

    /// <summary>What a run gives, in order.</summary>
    public ImmutableArray<Tensor> Outputs { get; }

    /// <summary>What is computed, each node after those that it takes values of.</summary>
    public ImmutableArray<Node> Nodes { get; }

    /// <summary>The constants that nodes take, each once.</summary>
    public IEnumerable<Tensor> Constants => Nodes.SelectMany(node => node.Inputs).Where(tensor => tensor.Constant is not null).Distinct();
}
