using Vta.Hdl;
using Vta.Hdl.Library.Proofs;
using static Vta.Hdl.Hw;

namespace HdlTutorial;

/// <summary>
/// A <see cref="Queue{T}"/> is a queue: what leaves is what came, in its order, nothing is lost, invented or kept back. The library knows how to say
/// that of any module with a stream in and a stream out; it takes the module, its capacity, and how soon it has to offer a value.
/// </summary>
public sealed class QueueProof(int depth) : Vta.Hdl.Library.Proofs.QueueProof(capacity: depth, latency: 1)
{
    protected override Ends MakeQueue()
    {
        var queue = Instance(new Queue<UInt>(UInt(ValueWidth), Capacity));
        return new(queue.Enq, queue.Deq);
    }
}
