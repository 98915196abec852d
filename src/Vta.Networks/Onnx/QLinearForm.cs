using Vta.Isa;

namespace Vta.Networks.Onnx;

/// <summary>How a QLinear operator's operands lie: each of real numbers is three of them: integers, scale, zero point.</summary>
/// <param name="Name">Of the operator on real numbers.</param>
/// <param name="Values">Positions of the integers; <see cref="Every"/> from the first on where there are any number.</param>
/// <param name="Output">Position of the output's scale.</param>
/// <param name="Bias">Position of the bias; null where there cannot be one.</param>
/// <param name="Axis">The axis of weights along which scales may differ.</param>
internal sealed record QLinearForm(string Name, int[] Values, int Output, int? Bias = null, int Axis = 0, int Every = 0)
{
    private static readonly Dictionary<string, QLinearForm> Known = new()
    {
        ["QLinearConv"] = new("Conv", [0, 3], 6, Bias: 8),
        ["QLinearMatMul"] = new("MatMul", [0, 3], 6, Axis: -1),
        ["QGemm"] = new("Gemm", [0, 3], 7, Bias: 6, Axis: -1),
        ["QLinearAdd"] = new("Add", [0, 3], 6),
        ["QLinearMul"] = new("Mul", [0, 3], 6),
        ["QLinearAveragePool"] = new("AveragePool", [0], 3),
        ["QLinearGlobalAveragePool"] = new("GlobalAveragePool", [0], 3),
        ["QLinearSigmoid"] = new("Sigmoid", [0], 3),
        ["QLinearSoftmax"] = new("Softmax", [0], 3),
        ["QLinearConcat"] = new("Concat", [2], 0, Every: 3),
    };

    /// <summary>The names of all.</summary>
    internal static IEnumerable<string> Names => Known.Keys;

    /// <summary>The form of an operator; null where it has none.</summary>
    internal static QLinearForm? Find(string name) => Known.GetValueOrDefault(name);

    /// <summary>The positions of integers among a number of operands.</summary>
    internal IEnumerable<int> Positions(int operands)
    {
        if (Every == 0)
            return Values;
        return Enumerable.Range(0, Math.Max(0, (operands - Values[0]) / Every)).Select(index => Values[0] + index * Every);
    }

    /// <summary>Computes an operator.</summary>
    internal StoredValue Run(OnnxNode node)
    {
        // Gemm's weights have a scale for each column, wherever that lies.
        var axis = Name == "Gemm" && node.Flag("transB") ? 0 : Axis;
        var positions = Positions(node.OperandCount).ToList();
        if (positions.Count == 0)
            throw new VtaInputException("inputs: there are none");
        var operands = positions.Select(position => OnnxNumbers.Dequantised(node, position, axis)).ToList();
        var bias = Bias is { } at && node.HasOperand(at) ? node.Stored(at) : null;
        var isUnsigned = OnnxNumbers.IsUnsigned(node, Output + 1, absent: node.Stored(positions[0]).IsUnsigned);
        var numbers = OnnxNumbers.Of(node, Output, Output + 1, axis: 0, rank: 1, isUnsigned);
        if (numbers.IsPerChannel)
            throw new VtaInputException($"input {Output}: has a scale for each channel; an output has one");
        return OnnxNumbers.Quantised(node, OnnxOperators.Real(Name).Build(node, operands, bias), node.Output, numbers, isUnsigned);
    }
}
