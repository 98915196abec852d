using Vta.Isa;
using Vta.Networks.Graph;
using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;
using Vta.Networks.Numbers;

namespace Vta.Networks.Tflite;

/// <summary>Reads quantised TFLite models.</summary>
public static class TfliteReader
{
    private const string Identifier = "TFL3";

    /// <summary>Whether a file is one, by its first bytes.</summary>
    public static bool Accepts(byte[] content) => FlatFile.HasIdentifier(content, Identifier);

    /// <summary>Reads a model.</summary>
    /// <param name="content">The file.</param>
    /// <param name="name">What the network is called.</param>
    /// <param name="rounding">How results are rounded.</param>
    /// <exception cref="VtaInputException">The file is broken, or has something that is not supported.</exception>
    public static Network Read(byte[] content, string name, RoundingRule rounding = RoundingRule.Double)
    {
        const int CodesField = 1, GraphsField = 2, BuffersField = 4;
        const int TensorsField = 0, InputsField = 1, OutputsField = 2, OperatorsField = 3;
        var file = new FlatFile(content, Identifier);
        var model = file.Root;
        var graphs = model.Tables(GraphsField);
        if (graphs.Count != 1)
            throw new VtaInputException($"the model has {graphs.Count} graphs; 1 is supported");
        var graph = graphs[0];
        var tensors = new TfliteTensors(file, graph.Tables(TensorsField), model.Tables(BuffersField));
        var nodes = Nodes(graph.Tables(OperatorsField), model.Tables(CodesField), tensors);
        return new(
            name, rounding,
            graph.Vector<int>(InputsField).Select(index => tensors[index]),
            graph.Vector<int>(OutputsField).Select(index => tensors[index]),
            nodes);
    }

    private static List<Node> Nodes(FlatTables operators, FlatTables codes, TfliteTensors tensors)
    {
        const int CodeIndexField = 0;
        if (operators.Count > NetworkLimits.Nodes)
            throw new VtaInputException($"the model has {operators.Count} operators; there may be {NetworkLimits.Nodes}");
        var nodes = new List<Node>();
        for (var index = 0; index < operators.Count; index++)
        {
            var table = operators[index];
            var codeIndex = table.UInt32(CodeIndexField);
            if (codeIndex >= codes.Count)
                throw FlatFile.Fault($"operator {index} is of kind {codeIndex}; there are {codes.Count}");
            var (code, custom) = Code(codes[(int)codeIndex]);
            var origin = new Origin(index, TfliteOperators.NameOf(code, custom));
            nodes.AddRange(origin.Locate(() => Import(code, origin, table, tensors)));
            if (nodes.Count > NetworkLimits.Nodes)
                throw new VtaInputException($"the model has more than {NetworkLimits.Nodes} nodes");
        }
        return nodes;
    }

    private static List<Node> Import(int code, Origin origin, FlatTable table, TfliteTensors tensors)
    {
        var import = TfliteOperators.Find(code)
            ?? throw new VtaInputException($"operator: is not supported; there are {string.Join(", ", TfliteOperators.Names)}");
        return [.. import(new TfliteOperator(origin, table, tensors))];
    }

    // Codes above 127 are in a field of their own; the larger of the two counts.
    private static (int Code, string Custom) Code(FlatTable table)
    {
        const int OldCodeField = 0, CustomField = 1, CodeField = 3;
        return (Math.Max((sbyte)table.Byte(OldCodeField), table.Int32(CodeField)), table.Text(CustomField));
    }
}
