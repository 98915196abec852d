using System.Collections.Immutable;
using Vta.Isa;
using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Onnx;

/// <summary>Operators on elements: sums, products, activations, functions, and Concat.</summary>
internal static class OnnxElements
{
    internal static PendingValue Add(OnnxNode node, IReadOnlyList<StoredValue> operands, StoredValue? bias) =>
        Two(node, operands, (left, right, output, activation) => new Add(node.Origin, left, right, output, activation));

    internal static PendingValue Sub(OnnxNode node, IReadOnlyList<StoredValue> operands, StoredValue? bias) =>
        Two(node, operands, (left, right, output, activation) => new Sub(node.Origin, left, right, output, activation));

    internal static PendingValue Mul(OnnxNode node, IReadOnlyList<StoredValue> operands, StoredValue? bias) =>
        Two(node, operands, (left, right, output, activation) => new Mul(node.Origin, left, right, output, activation));

    internal static PendingValue Sigmoid(OnnxNode node, IReadOnlyList<StoredValue> operands, StoredValue? bias) =>
        One(node, operands[0], (input, output) => new Logistic(node.Origin, input, output));

    internal static PendingValue Tanh(OnnxNode node, IReadOnlyList<StoredValue> operands, StoredValue? bias) =>
        One(node, operands[0], (input, output) => new Tanh(node.Origin, input, output));

    internal static PendingValue Softmax(OnnxNode node, IReadOnlyList<StoredValue> operands, StoredValue? bias)
    {
        const int SingleAxisSince = 13;
        var value = operands[0];
        var rank = value.Axes.Length;
        var version = node.Integer("opset", node.Scope.OperatorSet);
        var axis = Axes.Resolve(node.Integer("axis", version < SingleAxisSince ? 1 : -1), rank);
        if (version < SingleAxisSince && axis != rank - 1)
            throw new VtaInputException($"axis: is {axis}; before operator set {SingleAxisSince} the last, {rank - 1}, is supported");
        // The axis has to be innermost; the others may lie as they do.
        if (value.Axes[axis] != rank - 1)
        {
            var last = Enumerable.Range(0, rank).Select(each => each == axis ? rank - 1 : each < axis ? each : each - 1);
            value = node.Scope.LaidOut(value, [.. last], node.Origin);
        }
        return One(node, value, (input, output) => new Softmax(node.Origin, input, output, Beta: 1));
    }

    internal static PendingValue Concat(OnnxNode node, IReadOnlyList<StoredValue> operands, StoredValue? bias)
    {
        var axis = Axes.Resolve(node.Integer("axis", 1), operands[0].Axes.Length);
        var axes = operands[0].Axes;
        if (operands.Any(operand => operand.Axes.Length != axes.Length))
            throw new VtaInputException("inputs: have different numbers of axes");
        var parts = operands.Select(operand => node.Scope.LaidOut(operand, axes, node.Origin).Tensor).ToList();
        return new(node, Activation.None, (name, numbers, activation) =>
        {
            if (activation != Activation.None)
                throw new VtaInputException("output: an activation follows without a QuantizeLinear between; that is not supported here");
            ImmutableArray<Tensor> same = [.. parts.Select(part => node.Scope.Requantised(part.Name, part, ElementType.Int8, numbers, node.Origin))];
            var joined = node.Scope.Builder.Add(
                name, ElementType.Int8, numbers, output => new Concat(node.Origin, same, output, axes[axis]));
            return new StoredValue(joined, axes, IsReal: true);
        });
    }

    internal static OnnxValue Relu(OnnxNode node) => Activate(node, Activation.Relu);

    internal static OnnxValue Clip(OnnxNode node)
    {
        var lower = node.HasOperand(1) ? node.Stored(1).RequireReal("min") : node.Float("min", float.NegativeInfinity);
        var upper = node.HasOperand(2) ? node.Stored(2).RequireReal("max") : node.Float("max", float.PositiveInfinity);
        return lower <= upper
            ? Activate(node, new(lower, upper))
            : throw new VtaInputException($"min, max: are {lower} and {upper}; the first has to be less");
    }

    // Behind a node that is not quantised yet it ends that node; else it stands alone.
    private static PendingValue Activate(OnnxNode node, Activation activation)
    {
        if (node.Operand(0) is PendingValue pending)
            return pending with { Activation = pending.Activation.Then(activation) };
        var value = node.Real(0);
        return new(node, activation, (name, numbers, all) => value with
        {
            Tensor = node.Scope.Builder.Add(name, ElementType.Int8, numbers, output => new Clamp(node.Origin, value.Tensor, output, all)),
        });
    }

    private static PendingValue One(OnnxNode node, StoredValue value, Func<Tensor, Tensor, Node> create) =>
        new(node, Activation.None, (name, numbers, activation) => activation == Activation.None
            ? value with { Tensor = node.Scope.Builder.Add(name, ElementType.Int8, numbers, output => create(value.Tensor, output)) }
            : throw new VtaInputException("output: an activation follows without a QuantizeLinear between; that is not supported here"));

    private static PendingValue Two(
        OnnxNode node, IReadOnlyList<StoredValue> operands, Func<Tensor, Tensor, Tensor, Activation, Node> create)
    {
        // The operand of more axes says how they lie.
        var axes = operands[0].Axes.Length >= operands[1].Axes.Length ? operands[0].Axes : operands[1].Axes;
        var (left, right) = (Widened(node, operands[0], axes), Widened(node, operands[1], axes));
        return new(node, Activation.None, (name, numbers, activation) =>
        {
            var result = node.Scope.Builder.Add(name, ElementType.Int8, numbers, output => create(left, right, output, activation));
            return new StoredValue(result, axes, IsReal: true);
        });
    }

    private static Tensor Widened(OnnxNode node, StoredValue value, ImmutableArray<int> axes)
    {
        var missing = axes.Length - value.Axes.Length;
        if (missing > 0)
        {
            var extents = Enumerable.Repeat(1, missing).Concat(value.Shape.Dimensions);
            value = OnnxMovements.Reshaped(node, value, new Shape(extents.Select(extent => (long)extent)));
        }
        return node.Scope.LaidOut(value, axes, node.Origin).Tensor;
    }
}
