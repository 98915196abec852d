using Vta.Isa;

namespace Vta.Runtime;

/// <summary>How the memory model behaves on the bus. The default answers in the next cycle, and never stalls.</summary>
public sealed record MemoryTiming
{
    /// <summary>The most extra cycles.</summary>
    public const int MaxLatency = 1_000_000;

    /// <summary>The greatest probability of a stall.</summary>
    public const double MaxStallProbability = 0.99;

    /// <summary>When it is ready for what.</summary>
    public MemoryModel Model { get; init; }

    /// <summary>Cycles more between an address and its first data, and between the last data and its response; requests overlap.</summary>
    public int Latency { get; init; }

    /// <summary>Probability that a channel stalls in a cycle, for each channel and cycle by itself; below 1.</summary>
    public double StallProbability { get; init; }

    /// <summary>Seed of the stalls: the same seed gives the same cycles.</summary>
    public ulong Seed { get; init; }

    /// <exception cref="VtaInputException">A number is out of range.</exception>
    internal void Validate()
    {
        if (Latency is < 0 or > MaxLatency)
            throw new VtaInputException($"a memory latency of {Latency} cycles; allowed are 0 to {MaxLatency}");
        if (!(StallProbability is >= 0 and <= MaxStallProbability))
            throw new VtaInputException(FormattableString.Invariant($"a stall probability of {StallProbability}; allowed are 0 to {MaxStallProbability}"));
    }
}
