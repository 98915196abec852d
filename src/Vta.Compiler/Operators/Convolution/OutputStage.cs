using Vta.Isa;

namespace Vta.Compiler;

/// <summary>What happens to accumulators before they are stored: a bias is added, then they are shifted, then clipped.</summary>
/// <param name="HasBias">Whether a bias for each output channel is added.</param>
/// <param name="Shift">Arithmetic shift right; 0 for none.</param>
/// <param name="Clip">Least and greatest value that is kept; null for no limits: then the low bits are stored.</param>
public sealed record OutputStage(bool HasBias = false, int Shift = 0, (int Min, int Max)? Clip = null)
{
    /// <summary>The immediate operations, in order.</summary>
    public IReadOnlyList<KernelOperation> Operations
    {
        get
        {
            var operations = new List<KernelOperation>();
            if (Shift != 0)
                operations.Add(KernelOperation.Of<ShrOperation>(Shift));
            if (Clip is { } clip)
                operations.AddRange([KernelOperation.Of<MaxOperation>(clip.Min), KernelOperation.Of<MinOperation>(clip.Max)]);
            return operations;
        }
    }

    /// <summary>ALU steps for each accumulator.</summary>
    public int Steps => Operations.Count + (HasBias ? 1 : 0);

    /// <summary>This stage, when the hardware can do it.</summary>
    /// <exception cref="VtaInputException">A number is out of its range.</exception>
    public OutputStage Checked()
    {
        if (Shift is < 0 or > 31)
            throw new VtaInputException($"shift is {Shift}; it has to be 0 to 31");
        if (Clip is { } clip && (clip.Min > clip.Max || clip.Min < short.MinValue || clip.Max > short.MaxValue))
            throw new VtaInputException($"clip is {clip.Min} to {clip.Max}; "
                + $"it has to be a range within {short.MinValue} to {short.MaxValue}");
        return this;
    }
}
