namespace Vta.Hdl.Library.Proofs;

/// <summary>A <see cref="SkidBuffer{T}"/> is a queue of two values.</summary>
internal sealed class SkidBufferProof() : QueueProof(capacity: 2, latency: 1)
{
    /// <inheritdoc/>
    protected override Ends MakeQueue()
    {
        var buffer = Instance(new SkidBuffer<UInt>(UInt(ValueWidth)));
        return new(buffer.Enq, buffer.Deq);
    }
}
