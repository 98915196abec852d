namespace Vta.Hdl.Library.Proofs;

/// <summary>A <see cref="Fifo{T}"/> is a queue.</summary>
internal sealed class FifoProof(int depth) : QueueProof(capacity: depth, latency: 1)
{
    /// <inheritdoc/>
    protected override Ends MakeQueue()
    {
        var fifo = Instance(new Fifo<UInt>(UInt(ValueWidth), Capacity));
        return new(fifo.Enq, fifo.Deq);
    }
}
