using System.Collections.Immutable;
using Vta.Isa;
using Vta.Networks.Graph.Analysis;
using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;
using Vta.Networks.Numbers;

namespace Vta.Networks.Graph.Verification;

/// <summary>
/// The rules of a network: each value is defined once and before its first use, so that there are no cycles; shapes are those that
/// <see cref="ShapeInference"/> finds; types and numbers are those that each kind of node is declared for (<see cref="NodeRules"/>).
/// </summary>
internal static class NetworkVerifier
{
    /// <exception cref="VtaInputException">A rule is broken.</exception>
    internal static void Check(
        ImmutableArray<Tensor> inputs, ImmutableArray<Tensor> outputs, ImmutableArray<Node> nodes, RoundingRule rounding)
    {
        if (nodes.Length > NetworkLimits.Nodes)
            throw new VtaInputException($"the network has {nodes.Length} nodes; there may be {NetworkLimits.Nodes}");
        if (inputs.IsEmpty || outputs.IsEmpty)
            throw new VtaInputException("the network needs an input and an output");
        CheckBytes(inputs, nodes);

        var defined = new HashSet<Tensor>();
        foreach (var input in inputs)
        {
            if (!defined.Add(input))
                throw new VtaInputException($"input {input} is listed twice");
            TensorRules.Check(input);
        }
        var later = nodes.Select(node => node.Output).ToHashSet();
        var rules = new NodeRules(rounding);
        foreach (var node in nodes)
        {
            foreach (var input in node.Inputs)
            {
                if (input.Constant is null && !defined.Contains(input))
                {
                    var source = later.Contains(input) ? "a later node, or this one" : "no node";
                    throw node.Origin.Fault($"input {input}", $"comes from {source}");
                }
            }
            if (node.Output.Constant is not null || !defined.Add(node.Output))
                throw node.Origin.Fault($"output {node.Output}", "has a value already");
            CheckNode(node, rules);
        }
        foreach (var output in outputs)
        {
            if (output.Constant is null && !defined.Contains(output))
                throw new VtaInputException($"output {output} comes from no node");
        }
    }

    private static void CheckNode(Node node, NodeRules rules) => node.Origin.Locate(() =>
    {
        foreach (var operand in node.Inputs.Append(node.Output))
            TensorRules.Check(operand);
        var shape = ShapeInference.Of(node);
        if (!shape.Equals(node.Output.Shape))
            throw new VtaInputException($"output {node.Output}: is {node.Output.Shape}; from the inputs follows {shape}");
        return node.Accept(rules);
    });

    private static void CheckBytes(ImmutableArray<Tensor> inputs, ImmutableArray<Node> nodes)
    {
        // Each constant once, however many nodes take it.
        var tensors = inputs.Concat(nodes.Select(node => node.Output)).Concat(nodes.SelectMany(node => node.Inputs)).ToHashSet();
        var bytes = tensors.Sum(tensor => tensor.Bytes);
        if (bytes > NetworkLimits.Bytes)
            throw new VtaInputException($"the tensors have {bytes} bytes together; there may be {NetworkLimits.Bytes}");
    }
}
