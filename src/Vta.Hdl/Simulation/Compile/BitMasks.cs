namespace Vta.Hdl.Simulation.Compile;

/// <summary>Masks of up to 64 bits.</summary>
internal static class BitMasks
{
    public static ulong Of(int width) => width == 64 ? ulong.MaxValue : (1UL << width) - 1;

    /// <summary>The lowest bit of each of so many parts.</summary>
    public static ulong Repeated(int width, int count) => Enumerable.Range(0, count).Aggregate(0UL, (all, i) => all | (1UL << (i * width)));
}
