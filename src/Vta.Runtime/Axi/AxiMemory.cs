using Vta.Isa.Memory;

namespace Vta.Runtime.Axi;

/// <summary>
/// Memory as an AXI4 slave. What it drives depends on its state only; with default timing the answer to what is taken in one cycle is offered in
/// the next. To find hardware that relies on more than AXI promises, data is read as late as a beat allows, and what is written can be seen from
/// its response on, not before.
/// </summary>
internal sealed class AxiMemory : IDisposable
{
    private readonly ReadChannels reads;
    private readonly WriteChannels writes;
    private readonly BusTraffic traffic;
    private readonly ReadyRule rule;
    private Stalls stalls;

    public AxiMemory(AxiPins pins, int busBytes, Dram dram, MemoryTiming timing)
    {
        reads = new ReadChannels(pins, busBytes, dram, timing.Latency);
        writes = new WriteChannels(pins, busBytes, dram, timing.Latency);
        traffic = new BusTraffic(pins);
        rule = ReadyRule.Of(timing.Model);
        stalls = new Stalls(timing.StallProbability, timing.Seed);
    }

    /// <summary>Beats and addresses taken and given so far.</summary>
    public long Transfers => reads.Transfers + writes.Transfers;

    /// <summary>Drives the inputs of the accelerator for a cycle.</summary>
    public void Drive(long cycle)
    {
        var stalled = stalls.Next() | rule.Held(traffic);
        reads.Drive(cycle, stalled);
        writes.Drive(cycle, stalled);
    }

    /// <summary>Takes what is handed over at the end of a cycle.</summary>
    public void Observe(long cycle)
    {
        reads.Observe(cycle);
        writes.Observe(cycle);
        if (!rule.IsFree)
            traffic.Observe();
    }

    public void Dispose() => writes.Dispose();
}
