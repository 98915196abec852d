using System.Collections.Immutable;
using Vta.Isa;
using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;
using Vta.Networks.Numbers;

namespace Vta.Networks.Onnx;

/// <summary>Scales and zero points as operands of a node. Inside, all is int8: a zero point of uint8 is less 128.</summary>
internal static class OnnxNumbers
{
    private const int SignedZero = 128;

    /// <summary>The numbers that two operands say.</summary>
    /// <param name="node">The node.</param>
    /// <param name="scale">Position of the scale.</param>
    /// <param name="zeroPoint">Position of the zero point, which may be left out: 0 then.</param>
    /// <param name="axis">The axis of scales that differ; negative from the end.</param>
    /// <param name="rank">Of the tensor.</param>
    /// <param name="isUnsigned">Whether a zero point that is left out is 0 of uint8, else of int8.</param>
    internal static Quantization Of(OnnxNode node, int scale, int zeroPoint, long axis, int rank, bool isUnsigned)
    {
        var scales = node.Constant(scale);
        if (scales.Type != ElementType.Float32)
            throw new VtaInputException($"input {scale}: is of {scales.Type.Name()}; a scale has to be of float32");
        node.Scope.Spend(scales.Bytes);
        var zeros = node.HasOperand(zeroPoint)
            ? ZeroPoints(node.Constant(zeroPoint))
            : [.. Enumerable.Repeat(isUnsigned ? -SignedZero : 0, scales.Shape.Elements)];
        ImmutableArray<float> values = [.. scales.Values<float>()];
        if (values.Length != zeros.Length)
            throw new VtaInputException($"input {zeroPoint}: has {zeros.Length} zero points; there are {values.Length} scales");
        return new(values, zeros, values.Length == 1 ? 0 : Axes.Resolve(axis, rank));
    }

    /// <summary>A value of integers as the real numbers that they stand for.</summary>
    /// <param name="node">The node that says so.</param>
    /// <param name="value">Position of the integers.</param>
    /// <param name="axis">The axis of scales that differ.</param>
    internal static StoredValue Dequantised(OnnxNode node, int value, long axis)
    {
        var stored = InOrder(node, node.Stored(value));
        var tensor = stored.Tensor;
        if (tensor is { Constant: { } content, Type: ElementType.Int32 })
            return new(Labelled(node, value, axis, tensor, content), stored.Axes, IsReal: true);
        var numbers = Of(node, value + 1, value + 2, axis, tensor.Shape.Rank, stored.IsUnsigned);
        if (tensor.Constant is not null)
            return Constant(node, value, stored, numbers);
        if (!Equals(tensor.Quantization, numbers) && !Equals(tensor.Quantization, Unsigned(numbers)))
            throw new VtaInputException($"input {value + 1}: says other numbers than those that input {value} was made with");
        var signed = node.Scope.Requantised(tensor.Name, tensor, ElementType.Int8, numbers, node.Origin);
        return stored with { Tensor = signed, IsReal = true };
    }

    /// <summary>Whether a zero point is of uint8.</summary>
    /// <param name="node">The node.</param>
    /// <param name="zeroPoint">Its position.</param>
    /// <param name="absent">What holds where it is left out.</param>
    internal static bool IsUnsigned(OnnxNode node, int zeroPoint, bool absent) =>
        node.HasOperand(zeroPoint) ? node.Constant(zeroPoint).Type == ElementType.UInt8 : absent;

    /// <summary>Real numbers as integers.</summary>
    internal static StoredValue Quantised(OnnxNode node, OnnxValue value, string name, Quantization numbers, bool isUnsigned)
    {
        if (value is PendingValue pending)
        {
            var quantised = pending.Source.Origin.Locate(() => pending.Quantise(name, numbers, pending.Activation));
            return quantised with { IsReal = false, IsUnsigned = isUnsigned };
        }
        var stored = InOrder(node, (StoredValue)value);
        if (numbers.IsPerChannel && stored.Tensor.Constant is null)
            throw new VtaInputException("input 1: has a scale for each channel; only constants may");
        var tensor = stored.Tensor switch
        {
            { Type: ElementType.Float32, Constant: not null } constant => QuantisedConstant(node, constant, numbers),
            { Type: ElementType.Float32 } real => node.Scope.Builder.Add(
                name, ElementType.Int8, numbers, output => new Quantize(node.Origin, real, output)),
            { } other when stored.IsReal => node.Scope.Requantised(name, other, ElementType.Int8, numbers, node.Origin),
            _ => throw new VtaInputException("input 0: is of whole numbers; it has to be real ones"),
        };
        return stored with { Tensor = tensor, IsReal = false, IsUnsigned = isUnsigned };
    }

    /// <summary>The numbers of a tensor of uint8 that is kept as such.</summary>
    internal static Quantization Unsigned(Quantization numbers) =>
        numbers with { ZeroPoints = [.. numbers.ZeroPoints.Select(zeroPoint => zeroPoint + SignedZero)] };

    // A constant as the model says, so that the axis of scales is the model's.
    private static StoredValue InOrder(OnnxNode node, StoredValue value) =>
        value.Tensor.Constant is null ? value : node.Scope.LaidOut(value, node.Origin);

    private static ImmutableArray<int> ZeroPoints(Tensor tensor) => tensor.Type switch
    {
        ElementType.Int8 => [.. tensor.Integers().Select(value => (int)value)],
        ElementType.UInt8 => [.. tensor.Integers().Select(value => (int)value - SignedZero)],
        _ => throw new VtaInputException($"zero point: is of {tensor.Type.Name()}; int8 and uint8 are supported"),
    };

    // Biases: the node that takes one checks its scale.
    private static Tensor Labelled(OnnxNode node, int value, long axis, Tensor tensor, ReadOnlyMemory<byte> content)
    {
        var scales = node.Constant(value + 1);
        if (scales.Type != ElementType.Float32)
            throw new VtaInputException($"input {value + 1}: is of {scales.Type.Name()}; a scale has to be of float32");
        if (node.HasOperand(value + 2) && node.Constant(value + 2).RequireIntegers($"input {value + 2}").Any(zeroPoint => zeroPoint != 0))
            throw new VtaInputException($"input {value + 2}: is not 0; for int32 it has to be");
        node.Scope.Spend(scales.Bytes);
        ImmutableArray<float> values = [.. scales.Values<float>()];
        var numbers = new Quantization(values, [.. values.Select(_ => 0)], values.Length == 1 ? 0 : Axes.Resolve(axis, tensor.Shape.Rank));
        return new(node.Scope.Builder.NextId(), tensor.Name, tensor.Shape, tensor.Type, numbers) { Constant = content };
    }

    private static StoredValue Constant(OnnxNode node, int value, StoredValue stored, Quantization numbers)
    {
        node.Scope.Spend(stored.Tensor.Type == ElementType.UInt8 ? stored.Tensor.Bytes : 0);
        var content = stored.Tensor.Type switch
        {
            ElementType.Int8 => stored.Tensor.Constant!.Value,
            ElementType.UInt8 => OnnxConstants.ToSigned(stored.Tensor.Constant!.Value),
            var type => throw new VtaInputException($"input {value}: is of {type.Name()}; int8, uint8 and int32 are supported"),
        };
        if (stored.Tensor.Quantization is { } own && !Equals(own, numbers))
            throw new VtaInputException($"input {value + 1}: says other numbers than those that input {value} was made with");
        var (id, name, shape) = (node.Scope.Builder.NextId(), stored.Tensor.Name, stored.Tensor.Shape);
        var tensor = new Tensor(id, name, shape, ElementType.Int8, numbers) { Constant = content };
        return stored with { Tensor = tensor, IsReal = true };
    }

    private static Tensor QuantisedConstant(OnnxNode node, Tensor constant, Quantization numbers)
    {
        node.Scope.Spend(constant.Shape.Elements);
        var values = constant.Values<float>();
        var content = new byte[values.Length];
        var (stride, extent) = numbers.IsPerChannel ? (constant.Shape.Strides()[numbers.Axis], constant.Shape[numbers.Axis]) : (1, 1);
        for (var at = 0; at < values.Length; at++)
        {
            var channel = at / stride % extent;
            var own = new Quantization(numbers.Scale(channel), numbers.ZeroPoint(channel));
            content[at] = (byte)RealNumbers.Quantize(values[at], own, new(sbyte.MinValue, sbyte.MaxValue), RoundingRule.Float);
        }
        return new(node.Scope.Builder.NextId(), constant.Name, constant.Shape, ElementType.Int8, numbers) { Constant = content };
    }
}
