using Vta.Networks.Graph.Analysis;
using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;
using Vta.Networks.Numbers;

namespace Vta.Networks.Graph.Printing;

/// <summary>A network as text: a line for each input, node and output.</summary>
public static class NetworkPrinter
{
    /// <summary>Writes all of it, with totals at the end.</summary>
    public static void Write(TextWriter output, Network network)
    {
        output.WriteLine($"network {Isa.Printable.Of(network.Name)}, rounding {network.Rounding.Name()}");
        foreach (var input in network.Inputs)
            output.WriteLine($"input   {input.Describe()}");
        for (var index = 0; index < network.Nodes.Length; index++)
            output.WriteLine($"{index,5}   {Describe(network.Nodes[index])}");
        foreach (var result in network.Outputs)
            output.WriteLine($"output  {result.Describe()}");
        var totals = NetworkTotals.Of(network);
        output.WriteLine(
            $"{totals.Nodes} nodes, {totals.MultiplyAdds} multiply-adds, {totals.Parameters} parameters in {totals.ConstantBytes} bytes");
    }

    private static string Describe(Node node)
    {
        var text = $"{node.Output.Describe()} = {node.Operator}({string.Join(", ", node.Inputs.Select(Operand))})";
        foreach (var (name, value) in NodeAttributes.Of(node))
            text += $" {name}={value.Replace(' ', ',')}";
        var work = NodeCost.MultiplyAdds(node);
        return work == 0 ? text : $"{text} {work} MACs";
    }

    // The scales of a bias follow from those of input and weights.
    private static string Operand(Tensor tensor) => tensor.Constant is null
        ? $"{tensor}"
        : $"const {(tensor.Type == ElementType.Int32 ? tensor with { Quantization = null } : tensor).Describe()}";
}
