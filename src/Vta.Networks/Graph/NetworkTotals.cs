using Vta.Networks.Graph.Analysis;

namespace Vta.Networks.Graph;

/// <summary>Sums over a network.</summary>
/// <param name="Nodes">How many there are.</param>
/// <param name="MultiplyAdds">Of all nodes.</param>
/// <param name="Parameters">Elements of all constants, each counted once.</param>
/// <param name="ConstantBytes">Their bytes.</param>
public sealed record NetworkTotals(int Nodes, long MultiplyAdds, long Parameters, long ConstantBytes)
{
    public static NetworkTotals Of(Network network)
    {
        var constants = network.Constants.ToList();
        return new(
            network.Nodes.Length,
            network.Nodes.Sum(NodeCost.MultiplyAdds),
            constants.Sum(tensor => (long)tensor.Shape.Elements),
            constants.Sum(tensor => tensor.Bytes));
    }
}
