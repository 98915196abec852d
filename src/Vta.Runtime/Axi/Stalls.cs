namespace Vta.Runtime.Axi;

/// <summary>Decides which of <see cref="BusChannels"/> stall in a cycle: seeded, and the same whatever simulates the hardware.</summary>
internal struct Stalls(double probability, ulong seed)
{
    private const int FieldBits = 12;
    private readonly uint threshold = (uint)Math.Round(probability * (1 << FieldBits));
    private ulong state = seed;

    /// <summary>The channels that stall in the next cycle, one bit each.</summary>
    public int Next()
    {
        if (threshold == 0)
            return 0;

        // SplitMix64; each channel gets bits of its own.
        state += 0x9e3779b97f4a7c15;
        var bits = state;
        bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9;
        bits = (bits ^ (bits >> 27)) * 0x94d049bb133111eb;
        bits ^= bits >> 31;
        var stalled = 0;
        for (var channel = 0; channel < BusChannels.Count; channel++)
        {
            if ((bits & ((1 << FieldBits) - 1)) < threshold)
                stalled |= 1 << channel;
            bits >>= FieldBits;
        }
        return stalled;
    }
}
