using Vta.Isa.Instructions;

namespace Vta.Isa.Requant;

/// <summary>
/// What REQUANT does to a lane: (accumulator + bias) × multiplier × 2^(left − right − 31), rounded, plus the zero point, clamped. The memory PAR holds an
/// element of BLOCK_OUT of them; every row of a batch uses the same.
/// </summary>
/// <param name="Bias">Added first, wrapping at 32 bits.</param>
/// <param name="Multiplier">0 to 2³¹ − 1.</param>
/// <param name="RightShift">0 to 31.</param>
/// <param name="LeftShift">0 to 31. Under <see cref="RequantRounding.Double"/> what it shifts out of 32 bits is lost.</param>
/// <param name="Rounding">The rounding rule.</param>
/// <param name="ZeroPoint">−128 to 127.</param>
/// <param name="Minimum">The least result, −128 to 127.</param>
/// <param name="Maximum">The greatest result, −128 to 127.</param>
/// <param name="Narrows">Whether the result is clamped; if not, it keeps 32 bits.</param>
public readonly record struct RequantParameters(
    int Bias,
    int Multiplier,
    int RightShift = 0,
    int LeftShift = 0,
    RequantRounding Rounding = RequantRounding.Double,
    int ZeroPoint = 0,
    int Minimum = sbyte.MinValue,
    int Maximum = sbyte.MaxValue,
    bool Narrows = true)
{
    /// <summary>Bytes of a lane.</summary>
    public const int Bytes = 1 << RequantFields.LogLaneBytes;

    /// <summary>Those of a lane that holds the bytes of an element from <paramref name="source"/> on.</summary>
    public static RequantParameters Read(ReadOnlySpan<byte> source)
    {
        var lane = Lane(source);
        return new(
            (int)lane.Bias,
            (int)lane.Multiplier,
            (int)lane.RightShift,
            (int)lane.LeftShift,
            (RequantRounding)(lane.Rounding % 3),
            (int)lane.ZeroPoint,
            (int)lane.Minimum,
            (int)lane.Maximum,
            lane.Narrows != 0);
    }

    /// <summary>Writes the bytes of a lane.</summary>
    /// <param name="destination"><see cref="Bytes"/> bytes of a PAR element.</param>
    /// <exception cref="VtaInputException">A value does not fit its field.</exception>
    public void Write(Span<byte> destination)
    {
        var word = RequantFields.Bias.Insert(default, Bias);
        word = RequantFields.Multiplier.Insert(word, Multiplier);
        word = RequantFields.RightShift.Insert(word, RightShift);
        word = RequantFields.LeftShift.Insert(word, LeftShift);
        word = RequantFields.Rounding.Insert(word, (int)Rounding);
        word = RequantFields.Narrows.Insert(word, Narrows ? 1 : 0);
        word = RequantFields.ZeroPoint.Insert(word, ZeroPoint);
        word = RequantFields.Minimum.Insert(word, Minimum);
        RequantFields.Maximum.Insert(word, Maximum).Write(destination);
    }

    /// <summary>What it makes of an accumulator.</summary>
    public int Apply(int accumulator)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        Write(bytes);
        return (int)RequantOperation.Evaluate<LongAlgebra, long>(default, accumulator, Lane(bytes));
    }

    /// <summary>The parameters of a lane as numbers, from its bytes.</summary>
    public static RequantLane<long> Lane(ReadOnlySpan<byte> source)
    {
        var word = InstructionWord.Read(source);
        return RequantLane<long>.Of(field => field.IsSigned ? field.ExtractSigned(word) : field.Extract(word));
    }
}
