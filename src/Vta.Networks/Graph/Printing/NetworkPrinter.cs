using System.Globalization;
using Vta.Networks.Graph.Analysis;
using Vta.Networks.Graph.Nodes;
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
            output.WriteLine($"input   {Describe(input)}");
        for (var index = 0; index < network.Nodes.Length; index++)
            output.WriteLine($"{index,5}   {Describe(network.Nodes[index])}");
        foreach (var result in network.Outputs)
            output.WriteLine($"output  {Describe(result)}");
        var totals = NetworkTotals.Of(network);
        output.WriteLine(
            $"{totals.Nodes} nodes, {totals.MultiplyAdds} multiply-adds, {totals.Parameters} parameters in {totals.ConstantBytes} bytes");
    }

    /// <summary>A tensor with its shape, type and numbers, as in <c>%22 1x32x32x16 int8 scale 0.039 zero point -128</c>.</summary>
    public static string Describe(Tensor tensor) =>
        $"{tensor} {tensor.Shape} {tensor.Type.Name()}{(tensor.Quantization is { } numbers ? " " + Describe(numbers) : "")}";

    private static string Describe(Node node)
    {
        var text = $"{Describe(node.Output)} = {node.Operator}({string.Join(", ", node.Inputs.Select(Operand))})";
        foreach (var (name, value) in NodeAttributes.Of(node))
            text += $" {name}={value.Replace(' ', ',')}";
        var work = NodeCost.MultiplyAdds(node);
        return work == 0 ? text : $"{text} {work} MACs";
    }

    // The scales of a bias follow from those of input and weights.
    private static string Operand(Tensor tensor) => tensor.Constant is null
        ? $"{tensor}"
        : $"const {Describe(tensor.Type == ElementType.Int32 ? tensor with { Quantization = null } : tensor)}";

    private static string Describe(Quantization numbers)
    {
        var scales = numbers.IsPerChannel
            ? $"scales {Number(numbers.Scales.Min())}..{Number(numbers.Scales.Max())} along axis {numbers.Axis}"
            : $"scale {Number(numbers.Scale())}";
        var (least, most) = (numbers.ZeroPoints.Min(), numbers.ZeroPoints.Max());
        return $"{scales} zero point {(least == most ? $"{least}" : $"{least}..{most}")}";
    }

    private static string Number(float value) => value.ToString(CultureInfo.InvariantCulture);
}
