using Vta.Isa;
using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;
using Vta.Networks.Onnx.Messages;

namespace Vta.Networks.Onnx;

/// <summary>The inputs of a model.</summary>
internal sealed class OnnxInputs
{
    private readonly OnnxScope scope;
    private readonly Dictionary<string, (int Node, int Position)> readers = [];
    private readonly GraphProto graph;

    internal OnnxInputs(OnnxScope scope, GraphProto graph)
    {
        (this.scope, this.graph) = (scope, graph);
        for (var index = 0; index < graph.Node.Count; index++)
        {
            var node = graph.Node[index];
            var positions = node.OpType == "DequantizeLinear" ? [0] : QLinearForm.Find(node.OpType)?.Positions(node.Input.Count) ?? [];
            foreach (var position in positions.Where(position => position < node.Input.Count))
                readers.TryAdd(node.Input[position], (index, position));
        }
    }

    /// <summary>Defines an input: of float32, or of integers whose numbers the first node that takes them says.</summary>
    internal Tensor Define(ValueInfoProto source)
    {
        var type = OnnxConstants.RequireType($"input '{source.Name}'", source.Type?.TensorType?.ElemType ?? 0);
        var numbers = type switch
        {
            ElementType.Float32 => null,
            ElementType.Int8 => NumbersOf(source.Name, isUnsigned: false),
            ElementType.UInt8 => OnnxNumbers.Unsigned(NumbersOf(source.Name, isUnsigned: true)),
            _ => throw new VtaInputException($"input '{source.Name}': is of {type.Name()}; float32, int8 and uint8 are supported"),
        };
        var tensor = new Tensor(scope.Builder.NextId(), source.Name, ShapeOf(source), type, numbers);
        scope.Define(source.Name, new StoredValue(tensor, isReal: false));
        return tensor;
    }

    private Quantization NumbersOf(string name, bool isUnsigned)
    {
        if (!readers.TryGetValue(name, out var reader))
            throw new VtaInputException($"input '{name}': is of integers, and no node says their scale");
        var source = graph.Node[reader.Node];
        var node = new OnnxNode(source, new Origin(reader.Node, source.OpType, source.Name), scope);
        return node.Origin.Locate(() => OnnxNumbers.Of(node, reader.Position + 1, reader.Position + 2, axis: 0, rank: 1, isUnsigned));
    }

    // A batch without a number is 1.
    private static Shape ShapeOf(ValueInfoProto source)
    {
        var dimensions = source.Type?.TensorType?.Shape?.Dim ?? throw new VtaInputException($"input '{source.Name}': has no shape");
        return new(dimensions.Select((dimension, axis) => dimension.DimValue > 0 ? dimension.DimValue
            : axis == 0 && dimension.DimParam.Length > 0 ? 1
            : throw new VtaInputException($"input '{source.Name}': axis {axis} has no extent; only the batch may be left open")));
    }
}
