using Google.Protobuf;
using Vta.Isa;
using Vta.Networks.Graph;
using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;
using Vta.Networks.Numbers;
using Vta.Networks.Onnx.Messages;

namespace Vta.Networks.Onnx;

/// <summary>
/// Reads quantised ONNX models. QDQ form (operators on real numbers between DequantizeLinear and QuantizeLinear) and QLinear form become the
/// same nodes; images have channels last.
/// </summary>
public static class OnnxReader
{
    /// <summary>Reads a model.</summary>
    /// <param name="content">The file.</param>
    /// <param name="name">What the network is called.</param>
    /// <param name="rounding">How results are rounded.</param>
    /// <exception cref="VtaInputException">The file is broken, or has something that is not supported.</exception>
    public static Network Read(byte[] content, string name, RoundingRule rounding = RoundingRule.Float)
    {
        var model = Parse(content);
        var graph = model.Graph ?? throw new VtaInputException("not a valid ONNX file: it has no graph");
        if (graph.Node.Count > NetworkLimits.Nodes)
            throw new VtaInputException($"the model has {graph.Node.Count} nodes; there may be {NetworkLimits.Nodes}");
        var scope = new OnnxScope(rounding, OperatorSet(model), content.Length);
        foreach (var constant in graph.Initializer)
        {
            var tensor = OnnxConstants.Read(scope.Builder.NextId(), constant.Name, constant);
            scope.Define(constant.Name, new StoredValue(tensor, isReal: false));
        }
        // What says the numbers of inputs may be a constant of any node.
        RunAll(graph, scope, constants: true);

        // Older models list constants as inputs too.
        var constants = graph.Initializer.Select(constant => constant.Name).ToHashSet();
        var readers = new OnnxInputs(scope, graph);
        var inputs = graph.Input.Where(input => !constants.Contains(input.Name)).Select(readers.Define).ToList();
        RunAll(graph, scope, constants: false);
        var outputs = graph.Output.Select(output => OnnxOutputs.Make(scope, output)).ToList();
        return new(name, rounding, inputs, outputs, scope.Builder.Nodes);
    }

    private static ModelProto Parse(byte[] content)
    {
        WireBudget.Check(content, ModelProto.Descriptor);
        try
        {
            return ModelProto.Parser.WithDiscardUnknownFields(true).ParseFrom(content);
        }
        catch (InvalidProtocolBufferException fault)
        {
            throw new VtaInputException($"not a valid ONNX file: {fault.Message.TrimEnd('.')}");
        }
    }

    private static void RunAll(GraphProto graph, OnnxScope scope, bool constants)
    {
        for (var index = 0; index < graph.Node.Count; index++)
        {
            if (graph.Node[index].OpType == "Constant" == constants)
                Run(graph.Node[index], index, scope);
        }
    }

    private static void Run(NodeProto source, int index, OnnxScope scope)
    {
        var node = new OnnxNode(source, new Origin(index, source.OpType, source.Name), scope);
        var values = node.Origin.Locate(() =>
        {
            if (source.Domain is not ("" or "ai.onnx" or "com.microsoft"))
                throw new VtaInputException($"domain: is {source.Domain}; ai.onnx and com.microsoft are supported");
            return OnnxOperators.Run(node);
        });
        foreach (var (value, name) in values.Zip(node.Outputs))
            node.Origin.Locate(() => scope.Define(name, value, node.Origin));
    }

    private static long OperatorSet(ModelProto model) =>
        model.OpsetImport.FirstOrDefault(set => set.Domain is "" or "ai.onnx")?.Version ?? 1;
}
