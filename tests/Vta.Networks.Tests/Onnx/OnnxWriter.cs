using System.Runtime.InteropServices;
using Google.Protobuf;
using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;
using Vta.Networks.Onnx.Messages;

namespace Vta.Networks.Tests.Onnx;

/// <summary>Makes ONNX files.</summary>
internal sealed class OnnxWriter
{
    private const int FloatAttribute = 1, IntegerAttribute = 2, TextAttribute = 3, IntegersAttribute = 7;

    private readonly GraphProto graph = new() { Name = "graph" };
    private int names;

    /// <summary>The code of an element type.</summary>
    internal static int Code(ElementType type) => type switch
    {
        ElementType.Float32 => 1,
        ElementType.UInt8 => 2,
        ElementType.Int8 => 3,
        ElementType.Int32 => 6,
        _ => 7,
    };

    /// <summary>Adds an input, and gives its name.</summary>
    internal string Input(ElementType type, params int[] shape)
    {
        var value = Value($"x{graph.Input.Count}", type);
        value.Type.TensorType.Shape = new TensorShapeProto();
        value.Type.TensorType.Shape.Dim.AddRange(shape.Select(extent => new DimensionProto { DimValue = extent }));
        graph.Input.Add(value);
        return value.Name;
    }

    /// <summary>Adds a constant.</summary>
    internal string Constant<T>(ElementType type, int[] shape, params T[] values)
        where T : unmanaged
    {
        var tensor = new TensorProto
        {
            Name = $"c{names++}",
            DataType = Code(type),
            RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes(values.AsSpan())),
        };
        tensor.Dims.AddRange(shape.Select(extent => (long)extent));
        graph.Initializer.Add(tensor);
        return tensor.Name;
    }

    /// <summary>Adds a list of whole numbers.</summary>
    internal string Integers(params long[] values) => Constant(ElementType.Int64, [values.Length], values);

    /// <summary>Adds a node of one output, and gives the output's name.</summary>
    internal string Node(string operatorName, string[] inputs, params (string Name, object Value)[] attributes) =>
        Nodes(operatorName, inputs, 1, attributes)[0];

    /// <summary>Adds a node of some outputs.</summary>
    internal string[] Nodes(string operatorName, string[] inputs, int outputs, params (string Name, object Value)[] attributes)
    {
        string[] results = [.. Enumerable.Range(0, outputs).Select(_ => $"v{names++}")];
        var isMicrosoft = operatorName is "QLinearAdd" or "QLinearMul" or "QLinearAveragePool" or "QLinearGlobalAveragePool" or "QLinearSigmoid"
            or "QLinearSoftmax" or "QLinearConcat" or "QGemm";
        var node = new NodeProto { OpType = operatorName, Name = $"n{graph.Node.Count}", Domain = isMicrosoft ? "com.microsoft" : "" };
        node.Input.AddRange(inputs);
        node.Output.AddRange(results);
        node.Attribute.AddRange(attributes.Select(attribute => Attribute(attribute.Name, attribute.Value)));
        graph.Node.Add(node);
        return results;
    }

    /// <summary>Adds an output.</summary>
    internal void Output(string name, ElementType type) => graph.Output.Add(Value(name, type));

    /// <summary>The file.</summary>
    internal byte[] Finish(long operatorSet = 13)
    {
        var model = new ModelProto { IrVersion = 8, Graph = graph };
        model.OpsetImport.Add(new OperatorSetIdProto { Version = operatorSet });
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = "com.microsoft", Version = 1 });
        return model.ToByteArray();
    }

    private static ValueInfoProto Value(string name, ElementType type) =>
        new() { Name = name, Type = new() { TensorType = new() { ElemType = Code(type) } } };

    private static AttributeProto Attribute(string name, object value)
    {
        var attribute = new AttributeProto { Name = name };
        switch (value)
        {
            case float real: (attribute.F, attribute.Type) = (real, FloatAttribute); break;
            case int number: (attribute.I, attribute.Type) = (number, IntegerAttribute); break;
            case string text: (attribute.S, attribute.Type) = (ByteString.CopyFromUtf8(text), TextAttribute); break;
            case int[] numbers: attribute.Type = IntegersAttribute; attribute.Ints.AddRange(numbers.Select(number => (long)number)); break;
            default: throw new ArgumentException(value.GetType().Name);
        }
        return attribute;
    }
}
