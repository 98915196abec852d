namespace Vta.Hdl.Library.Proofs;

/// <summary>A <see cref="BlockFifo{T}"/> is a queue.</summary>
internal sealed class BlockFifoProof(int depth) : QueueProof(capacity: depth, latency: 2)
{
    /// <inheritdoc/>
    protected override Ends MakeQueue()
    {
        var fifo = Instance(new BlockFifo<UInt>(UInt(ValueWidth), Capacity));
        return new(fifo.Enq, fifo.Deq);
    }
}
