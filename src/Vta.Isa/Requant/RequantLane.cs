using Vta.Isa.Instructions;

namespace Vta.Isa.Requant;

/// <summary>The parameters of a lane, in any arithmetic.</summary>
/// <typeparam name="T">What holds a value.</typeparam>
public readonly record struct RequantLane<T>(T Bias, T Multiplier, T RightShift, T LeftShift, T Rounding, T Narrows, T ZeroPoint, T Minimum, T Maximum)
{
    /// <param name="field">Reads a field, as the number that it holds.</param>
    public static RequantLane<T> Of(Func<InstructionField, T> field) => new(
        field(RequantFields.Bias),
        field(RequantFields.Multiplier),
        field(RequantFields.RightShift),
        field(RequantFields.LeftShift),
        field(RequantFields.Rounding),
        field(RequantFields.Narrows),
        field(RequantFields.ZeroPoint),
        field(RequantFields.Minimum),
        field(RequantFields.Maximum));
}
