using Vta.Isa;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Onnx;

/// <summary>The operators that are imported.</summary>
internal static class OnnxOperators
{
    private static readonly Dictionary<string, RealOperator> RealOnes = new()
    {
        ["Conv"] = new(2, OnnxConvolutions.Conv),
        ["ConvTranspose"] = new(2, OnnxConvolutions.ConvTranspose),
        ["Gemm"] = new(2, OnnxProducts.Gemm),
        ["MatMul"] = new(2, OnnxProducts.MatMul),
        ["Add"] = new(2, OnnxElements.Add),
        ["Sub"] = new(2, OnnxElements.Sub),
        ["Mul"] = new(2, OnnxElements.Mul),
        ["AveragePool"] = new(1, OnnxPools.Average),
        ["GlobalAveragePool"] = new(1, OnnxPools.GlobalAverage),
        ["ReduceMean"] = new(1, OnnxPools.ReduceMean),
        ["Softmax"] = new(1, OnnxElements.Softmax),
        ["Sigmoid"] = new(1, OnnxElements.Sigmoid),
        ["Tanh"] = new(1, OnnxElements.Tanh),
        ["Concat"] = new(RealOperator.All, OnnxElements.Concat),
    };

    private static readonly Dictionary<string, Func<OnnxNode, OnnxValue>> Others = new()
    {
        ["QuantizeLinear"] = Quantize,
        ["DequantizeLinear"] = node => OnnxNumbers.Dequantised(node, 0, node.Integer("axis", 1)),
        ["Relu"] = OnnxElements.Relu,
        ["Clip"] = OnnxElements.Clip,
        ["MaxPool"] = OnnxPools.Max,
        ["GlobalMaxPool"] = OnnxPools.GlobalMax,
        ["Constant"] = Constant,
        ["Identity"] = OnnxMovements.Identity,
        ["Dropout"] = OnnxMovements.Identity,
        ["Transpose"] = OnnxMovements.Transpose,
        ["Reshape"] = OnnxMovements.Reshape,
        ["Flatten"] = OnnxMovements.Flatten,
        ["Squeeze"] = OnnxMovements.Squeeze,
        ["Unsqueeze"] = OnnxMovements.Unsqueeze,
        ["Pad"] = OnnxMovements.Pad,
        ["Slice"] = OnnxMovements.Slice,
    };

    private static IEnumerable<string> Names =>
        QLinearForm.Names.Concat(RealOnes.Keys).Concat(Others.Keys).Append("Split").Order(StringComparer.Ordinal);

    /// <summary>The operator on real numbers of a name.</summary>
    internal static RealOperator Real(string name) => RealOnes[name];

    /// <summary>Computes a node's outputs, as many as it has values for.</summary>
    /// <exception cref="VtaInputException">The operator is not supported, or something of it.</exception>
    internal static IReadOnlyList<OnnxValue> Run(OnnxNode node)
    {
        if (QLinearForm.Find(node.Operator) is { } form)
            return [form.Run(node)];
        if (RealOnes.TryGetValue(node.Operator, out var real))
            return [Run(node, real)];
        if (Others.TryGetValue(node.Operator, out var other))
            return [other(node)];
        return node.Operator == "Split"
            ? [.. OnnxMovements.Split(node)]
            : throw new VtaInputException($"operator: is not supported; there are {string.Join(", ", Names)}");
    }

    private static PendingValue Run(OnnxNode node, RealOperator real)
    {
        var count = real.Operands == RealOperator.All ? node.OperandCount : real.Operands;
        var operands = Enumerable.Range(0, count).Select(node.Real).ToList();
        var bias = node.Operator is "Conv" or "ConvTranspose" or "Gemm" && node.HasOperand(count) ? node.Stored(count) : null;
        return real.Build(node, operands, bias);
    }

    private static StoredValue Constant(OnnxNode node)
    {
        var value = node.Tensor("value") ?? throw new VtaInputException("value: is missing");
        return new(OnnxConstants.Read(node.Scope.Builder.NextId(), node.Output, value), isReal: false);
    }

    private static StoredValue Quantize(OnnxNode node)
    {
        const int Scale = 1, ZeroPoint = 2;
        var value = node.Operand(0);
        var isUnsigned = OnnxNumbers.IsUnsigned(node, ZeroPoint, absent: true);
        // What is not there yet is no constant, and has one scale: any axis will do.
        var rank = value is StoredValue stored ? stored.Axes.Length : NetworkLimits.Rank;
        var numbers = OnnxNumbers.Of(node, Scale, ZeroPoint, node.Integer("axis", 1), rank, isUnsigned);
        return OnnxNumbers.Quantised(node, value, node.Output, numbers, isUnsigned);
    }
}
