using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Numbers;

/// <summary>The integers that an output may take.</summary>
/// <param name="Lower">The least.</param>
/// <param name="Upper">The largest.</param>
public readonly record struct IntegerRange(int Lower, int Upper)
{
    /// <summary>What an activation leaves of a tensor's type.</summary>
    public static IntegerRange Of(Tensor output, Activation activation, RoundingRule rule)
    {
        var (lower, upper) = output.Type.Range();
        var whole = new IntegerRange(lower, upper);
        return new(
            float.IsNegativeInfinity(activation.Lower) ? lower : RealNumbers.Quantize(activation.Lower, output.Quantization!, whole, rule),
            float.IsPositiveInfinity(activation.Upper) ? upper : RealNumbers.Quantize(activation.Upper, output.Quantization!, whole, rule));
    }

    /// <summary>The nearest allowed integer.</summary>
    public int Clamp(long value) => (int)Math.Min(Math.Max(value, Lower), Upper);
}
