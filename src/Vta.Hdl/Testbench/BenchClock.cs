using Vta.Hdl.Ir;
using Vta.Hdl.Lowering;

namespace Vta.Hdl.Testbench;

/// <summary>When the edges of a clock come.</summary>
/// <param name="domain">The clock.</param>
/// <param name="number">The set of it alone (<see cref="Lowering.ClockSet"/>); empty where nothing in the design has the clock.</param>
/// <param name="random">Draws its jitter.</param>
internal sealed class BenchClock(ClockDomain domain, ulong number, Random random)
{
    public ClockDomain Domain { get; } = domain;

    public ulong Number { get; } = number;

    /// <summary>It has an edge now.</summary>
    public bool IsDue { get; set; }

    /// <summary>Picoseconds from edge to edge.</summary>
    public long Period { get; private set; }

    /// <summary>The time of the next edge, in picoseconds.</summary>
    public long Next { get; private set; }

    public long Edges { get; private set; }

    private long Jitter { get; set; }

    public void Set(long period, long jitter, long now)
    {
        (Period, Jitter) = (period, jitter);
        Next = now + Interval();
    }

    public void Pass()
    {
        Edges++;
        Next += Interval();
    }

    private long Interval() => Jitter == 0 ? Period : Period + random.NextInt64(-Jitter, Jitter + 1);
}
