using System.Globalization;
using Vta.Isa;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Graph.Verification;

/// <summary>What holds of each tensor by itself.</summary>
internal static class TensorRules
{
    /// <exception cref="VtaInputException">It does not.</exception>
    internal static void Check(Tensor tensor)
    {
        if (tensor.Constant is { } content && content.Length != tensor.Bytes)
        {
            throw new VtaInputException(
                $"constant {tensor}: has {content.Length} bytes; {tensor.Shape} of {tensor.Type.Name()} are {tensor.Bytes}");
        }
        if (tensor.Quantization is not { } numbers)
            return;
        var channels = numbers.IsPerChannel && (uint)numbers.Axis < tensor.Shape.Rank ? tensor.Shape[numbers.Axis] : 1;
        if (numbers.Scales.Length != channels || numbers.ZeroPoints.Length != channels)
        {
            throw new VtaInputException(
                $"tensor {tensor}: has {numbers.Scales.Length} scales, {numbers.ZeroPoints.Length} zero points; it needs {channels} of each");
        }
        if (!numbers.Scales.All(scale => scale >= 0 && float.IsFinite(scale)))
        {
            var wrong = numbers.Scales.First(scale => !(scale >= 0 && float.IsFinite(scale))).ToString(CultureInfo.InvariantCulture);
            throw new VtaInputException($"tensor {tensor}: has the scale {wrong}; it has to be positive and finite");
        }
        if (tensor.Type is ElementType.Int8 or ElementType.UInt8)
            CheckZeroPoints(tensor, numbers);
    }

    private static void CheckZeroPoints(Tensor tensor, Quantization numbers)
    {
        var (lower, upper) = tensor.Type.Range();
        foreach (var zeroPoint in numbers.ZeroPoints)
        {
            if (zeroPoint < lower || zeroPoint > upper)
                throw new VtaInputException($"tensor {tensor}: has the zero point {zeroPoint}; allowed is {lower} to {upper}");
        }
    }
}
