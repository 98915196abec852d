namespace Vta.Compiler.Tilings.Timing;

/// <summary>The read channel of memory: bursts are answered in the order in which they are asked for, a beat a cycle.</summary>
internal sealed class ReadBus
{
    // From an address to its first beat, in memory that answers in the next cycle.
    private const int Latency = 2;

    private long free;

    /// <summary>Bursts so far.</summary>
    internal long Bursts { get; private set; }

    /// <summary>Asks for a burst.</summary>
    /// <param name="time">When its address is given.</param>
    /// <param name="beats">Its length.</param>
    /// <param name="taken">When its first beat can be taken.</param>
    /// <returns>When its first beat comes, and when the next burst's may.</returns>
    internal (long First, long End) Ask(long time, int beats, long taken = 0)
    {
        var first = Math.Max(Math.Max(free, time + Latency), taken);
        free = first + beats;
        Bursts++;
        return (first, free);
    }
}
