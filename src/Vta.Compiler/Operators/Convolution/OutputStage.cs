using Vta.Compiler.Commands;
using Vta.Isa;
using Vta.Isa.Alu;

namespace Vta.Compiler.Operators.Convolution;

/// <summary>
/// What happens to accumulators before they are stored, in this order: they are requantised, a bias is added, they are shifted, a residual is added, they are
/// clipped. Sums wrap at the width of accumulators.
/// </summary>
/// <param name="HasBias">Whether a bias for each output channel is added.</param>
/// <param name="Shift">Arithmetic shift right; 0 for none.</param>
/// <param name="Clip">Least and greatest value that is kept; null for no limits: then the low bits are stored.</param>
public sealed record OutputStage(bool HasBias = false, int Shift = 0, (int Min, int Max)? Clip = null)
{
    /// <summary>Whether each output channel has a shift of its own, in place of <see cref="Shift"/>.</summary>
    public bool HasChannelShifts { get; init; }

    /// <summary>Whether a number as wide as outputs is added to each of them.</summary>
    public bool HasResidual { get; init; }

    /// <summary>
    /// Whether accumulators become numbers of another scale, by parameters of each output channel: bias, multiplier, shifts, zero point, clamp. It comes first,
    /// and needs the extension of requantisation.
    /// </summary>
    public bool Requantizes { get; init; }

    /// <summary>Operands with an accumulator for each output channel.</summary>
    internal int ChannelOperands => (HasBias ? 1 : 0) + (HasChannelShifts ? 1 : 0);

    /// <summary>The operations, in order.</summary>
    internal IReadOnlyList<(KernelOperation Operation, OutputOperand Operand)> Operations
    {
        get
        {
            var operations = new List<(KernelOperation, OutputOperand)>();
            if (Requantizes)
                operations.Add((KernelOperation.Requantize, OutputOperand.Parameters));
            if (HasBias)
                operations.Add((KernelOperation.Of<AddOperation>(), OutputOperand.Bias));
            if (HasChannelShifts)
                operations.Add((KernelOperation.Of<ShrOperation>(), OutputOperand.Shifts));
            else if (Shift != 0)
                operations.Add((KernelOperation.Of<ShrOperation>(Shift), OutputOperand.Immediate));
            if (HasResidual)
                operations.Add((KernelOperation.Of<AddOperation>(), OutputOperand.Residual));
            if (Clip is { } clip)
            {
                operations.Add((KernelOperation.Of<MaxOperation>(clip.Min), OutputOperand.Immediate));
                operations.Add((KernelOperation.Of<MinOperation>(clip.Max), OutputOperand.Immediate));
            }
            return operations;
        }
    }

    /// <summary>This stage, when the hardware can do it.</summary>
    /// <exception cref="VtaInputException">A number is out of its range.</exception>
    public OutputStage Checked()
    {
        RequireShift(Shift);
        if (Clip is { } clip && (clip.Min > clip.Max || clip.Min < short.MinValue || clip.Max > short.MaxValue))
            throw new VtaInputException($"clip is {clip.Min} to {clip.Max}; "
                + $"it has to be a range within {short.MinValue} to {short.MaxValue}");
        return this;
    }

    /// <exception cref="VtaInputException">A shift is out of its range.</exception>
    public static void RequireShift(int shift)
    {
        if (shift is < 0 or > 31)
            throw new VtaInputException($"shift is {shift}; it has to be 0 to 31");
    }
}
