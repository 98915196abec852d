using Vta.Isa;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Onnx;

/// <summary>Biases: 32-bit integers of scale input × weight.</summary>
internal static class OnnxBias
{
    private const float Tolerance = 1e-4f;

    /// <summary>The bias without its numbers, which follow.</summary>
    /// <exception cref="VtaInputException">It is of another kind, or other numbers are said.</exception>
    internal static Tensor? Of(OnnxNode node, StoredValue? bias, Tensor input, Tensor weights)
    {
        if (bias is null)
            return null;
        var tensor = bias.Tensor;
        if (tensor.Constant is null || tensor.Type != ElementType.Int32)
            throw new VtaInputException($"bias: is of {tensor.Type.Name()}; it has to be constant int32 of scale input x weight");
        if (tensor.Quantization is { } numbers)
        {
            for (var channel = 0; channel < weights.Shape[0]; channel++)
            {
                var wanted = input.Scale * weights.Quantization!.Scale(channel);
                var isOther = numbers.IsPerChannel && numbers.Scales.Length != weights.Shape[0];
                if (isOther || Math.Abs(numbers.Scale(channel) - wanted) > Tolerance * wanted)
                    throw new VtaInputException($"bias: its scale is not input x weight, at channel {channel}");
            }
        }
        // One dimension, whatever extents of 1 there are.
        return new(node.Scope.Builder.NextId(), tensor.Name, new Shape(tensor.Shape.Elements), tensor.Type) { Constant = tensor.Constant };
    }
}
