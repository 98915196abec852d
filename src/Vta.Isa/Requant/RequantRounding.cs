namespace Vta.Isa.Requant;

/// <summary>How REQUANT rounds; the values are those of the field, where 3 means <see cref="Double"/>.</summary>
public enum RequantRounding
{
    /// <summary>Twice: the high half of the product, halves up; then the right shift, halves away from zero (gemmlowp, TFLite Micro).</summary>
    Double = 0,

    /// <summary>Once, halves up (TFLite's builtin kernels).</summary>
    Single = 1,

    /// <summary>Once, halves to even.</summary>
    HalfToEven = 2,
}
