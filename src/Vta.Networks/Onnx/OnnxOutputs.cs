using Vta.Isa;
using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;
using Vta.Networks.Onnx.Messages;

namespace Vta.Networks.Onnx;

/// <summary>The outputs of a model.</summary>
internal static class OnnxOutputs
{
    /// <summary>The tensor of an output: axes as the model says, and float32 where it means real numbers.</summary>
    internal static Tensor Make(OnnxScope scope, ValueInfoProto source)
    {
        var origin = scope.OriginOf(source.Name) ?? new Origin(0, "output", source.Name);
        return origin.Locate(() =>
        {
            if (scope[source.Name] is not StoredValue value)
                throw new VtaInputException($"output '{source.Name}': is not quantised; QuantizeLinear has to follow its node");
            var tensor = scope.LaidOut(value, origin).Tensor;
            RequireShape(source, tensor);
            return OfModelType(scope, source.Name, value with { Tensor = tensor }, origin);
        });
    }

    private static Tensor OfModelType(OnnxScope scope, string name, StoredValue value, Origin origin)
    {
        if (value.Tensor.Quantization is not { } numbers)
            throw new VtaInputException($"output '{name}': is not quantised");
        if (value.IsReal)
            return scope.Builder.Add(name, ElementType.Float32, null, output => new Dequantize(origin, value.Tensor, output));
        return value.IsUnsigned && value.Tensor.Type == ElementType.Int8
            ? scope.Requantised(name, value.Tensor, ElementType.UInt8, OnnxNumbers.Unsigned(numbers), origin)
            : value.Tensor;
    }

    private static void RequireShape(ValueInfoProto source, Tensor tensor)
    {
        var declared = source.Type?.TensorType?.Shape?.Dim;
        if (declared is null || declared.Any(dimension => dimension.DimValue <= 0))
            return;
        if (!declared.Select(dimension => dimension.DimValue).SequenceEqual(tensor.Shape.Dimensions.Select(extent => (long)extent)))
            throw new VtaInputException($"output '{source.Name}': is declared otherwise; from the inputs follows {tensor.Shape}");
    }
}
