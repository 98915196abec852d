using System.Collections.Immutable;
using Vta.Isa;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Onnx;

/// <summary>What operators ask of constants.</summary>
internal static class OnnxTensorChecks
{
    /// <summary>More than any list of axes, extents or parts.</summary>
    private const int MaxIntegers = 1 << 12;

    /// <exception cref="VtaInputException">The constant is not a short list of whole numbers.</exception>
    internal static ImmutableArray<long> RequireIntegers(this Tensor tensor, string what)
    {
        if (tensor.Type == ElementType.Float32)
            throw new VtaInputException($"{what}: is of float32; it has to be of whole numbers");
        return tensor.Shape.Elements <= MaxIntegers
            ? tensor.Integers()
            : throw new VtaInputException($"{what}: has {tensor.Shape.Elements} elements; there may be {MaxIntegers}");
    }

    /// <summary>The one real number that a constant holds.</summary>
    /// <exception cref="VtaInputException">It does not hold one.</exception>
    internal static float RequireReal(this StoredValue value, string what)
    {
        var tensor = value.Tensor;
        if (tensor.Constant is null || tensor.Shape.Elements != 1)
            throw new VtaInputException($"{what}: has to be one constant number");
        return tensor.Type == ElementType.Float32
            ? tensor.Values<float>()[0]
            : Numbers.RealNumbers.Dequantize((int)tensor.Integers()[0], tensor.Quantization ?? new Quantization(1, 0));
    }
}
