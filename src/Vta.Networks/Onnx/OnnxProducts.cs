using System.Collections.Immutable;
using Vta.Isa;
using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Onnx;

/// <summary>Gemm and MatMul.</summary>
internal static class OnnxProducts
{
    internal static PendingValue Gemm(OnnxNode node, IReadOnlyList<StoredValue> operands, StoredValue? bias)
    {
        if (node.Float("alpha", 1) != 1 || node.Flag("transA") || (bias is not null && node.Float("beta", 1) != 1))
            throw new VtaInputException("alpha, beta, transA: are given; 1, 1 and 0 are supported");
        if (operands[1].Axes.Length != 2 || operands[1].Tensor.Constant is null)
            throw new VtaInputException($"weights: are {operands[1].Shape}; they have to be a constant matrix");
        return Dense(node, operands[0], operands[1], node.Flag("transB"), bias);
    }

    internal static PendingValue MatMul(OnnxNode node, IReadOnlyList<StoredValue> operands, StoredValue? bias)
    {
        var (left, right) = (operands[0], operands[1]);
        if (left.Axes.Length < 2 || right.Axes.Length < 2)
            throw new VtaInputException($"inputs: are {left.Shape} and {right.Shape}; they have to be matrices");
        if (right.Tensor.Constant is not null && right.Axes.Length == 2)
            return Dense(node, left, right, transposed: false, bias);
        var (a, b) = (node.Scope.LaidOut(left, node.Origin).Tensor, node.Scope.LaidOut(right, node.Origin).Tensor);
        return new(node, Activation.None, (name, numbers, activation) => activation == Activation.None
            ? new StoredValue(node.Scope.Builder.Add(
                name, ElementType.Int8, numbers, output => new MatMul(node.Origin, a, b, output, TransposeRight: false)), isReal: true)
            : throw new VtaInputException("output: an activation follows without a QuantizeLinear between; that is not supported here"));
    }

    private static PendingValue Dense(OnnxNode node, StoredValue left, StoredValue right, bool transposed, StoredValue? bias)
    {
        var input = node.Scope.LaidOut(left, node.Origin).Tensor;
        ImmutableArray<int> axes = transposed ? [0, 1] : [1, 0];
        var weights = node.Scope.LaidOut(right, axes, node.Origin).Tensor;
        var biases = OnnxBias.Of(node, bias, input, weights);
        return new(node, Activation.None, (name, numbers, activation) => new StoredValue(node.Scope.Builder.Add(
            name, ElementType.Int8, numbers,
            output => new FullyConnected(node.Origin, input, weights, biases, output, KeepDimensions: true, activation)), isReal: true));
    }
}
