using Vta.Isa.Instructions;

namespace Vta.Isa.Requant;

/// <summary>Where the parameters of a lane lie in its 128 bits of a PAR element. Bits between are ignored.</summary>
public static class RequantFields
{
    /// <summary>log2 of the bytes of a lane.</summary>
    public const int LogLaneBytes = 4;

    /// <summary>Added to the accumulator.</summary>
    public static InstructionField Bias { get; } = new("bias", 0, 32, IsSigned: true);

    public static InstructionField Multiplier { get; } = new("multiplier", 32, 31);

    public static InstructionField RightShift { get; } = new("right_shift", 64, 5);

    public static InstructionField LeftShift { get; } = new("left_shift", 72, 5);

    /// <summary>A <see cref="RequantRounding"/>.</summary>
    public static InstructionField Rounding { get; } = new("rounding", 80, 2);

    /// <summary>Whether the result is clamped.</summary>
    public static InstructionField Narrows { get; } = new("narrows", 88, 1);

    public static InstructionField ZeroPoint { get; } = new("zero_point", 96, 8, IsSigned: true);

    public static InstructionField Minimum { get; } = new("minimum", 104, 8, IsSigned: true);

    public static InstructionField Maximum { get; } = new("maximum", 112, 8, IsSigned: true);
}
