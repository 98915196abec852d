namespace Vta.Hdl.Library.Proofs;

/// <summary>A <see cref="Pipe{T}"/> is a queue of one value.</summary>
internal sealed class PipeProof() : QueueProof(capacity: 1, latency: 1)
{
    /// <inheritdoc/>
    protected override Ends MakeQueue()
    {
        var pipe = Instance(new Pipe<UInt>(UInt(ValueWidth)));
        return new(pipe.Enq, pipe.Deq);
    }
}
