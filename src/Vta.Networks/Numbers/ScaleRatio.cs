namespace Vta.Networks.Numbers;

/// <summary>A factor made of the scales of tensors, in both precisions that rules are stated in.</summary>
/// <param name="Precise">What multipliers and shifts are derived from.</param>
/// <param name="Single">In float32 throughout, as <see cref="RoundingRule.Float"/> takes it.</param>
public readonly record struct ScaleRatio(double Precise, float Single)
{
    /// <summary>input × weight ÷ output, in double: convolutions and products of elements.</summary>
    public static ScaleRatio Product(float input, float weight, float output) =>
        new((double)input * weight / output, input * weight / output);

    /// <summary>The same with the product in float32, as the reference has it for matrices whose weights have one scale.</summary>
    public static ScaleRatio SingleProduct(float input, float weight, float output)
    {
        var product = input * weight;
        return new((double)product / output, product / output);
    }

    /// <summary>input ÷ output, in double.</summary>
    public static ScaleRatio Quotient(float input, float output) => new((double)input / output, input / output);

    /// <summary>The same in float32, as the reference has it for activations that stand alone.</summary>
    public static ScaleRatio SingleQuotient(float input, float output)
    {
        var quotient = input / output;
        return new(quotient, quotient);
    }
}
