using Vta.Hdl.Ir;

namespace Vta.Hdl.Library.Proofs;

/// <summary>
/// An <see cref="AsyncFifo{T}"/> is a queue, however the edges of its two clocks come: values leave unchanged and in their order, none is lost, invented or kept
/// back. The prover chooses one value to follow, so the proof speaks of all of them. Registers of a synchroniser are taken to sample what is there; that no
/// more than one bit of it changes at a time is proven, too.
/// </summary>
internal sealed class AsyncFifoProof : Module
{
    private const int Depth = 4;

    /// <summary>What one side did shows at the other within so many of its edges.</summary>
    private const int Latency = 3;

    private static readonly ClockDomain s_from = new("from");
    private static readonly ClockDomain s_to = new("to");

    public readonly Stream<UInt> Enq = Sink(UInt(QueueProof.ValueWidth));

    public readonly Stream<UInt> Deq = Source(UInt(QueueProof.ValueWidth));

    /// <summary>The value that comes now is the one to follow.</summary>
    public readonly Bool Follow = In();

    /// <inheritdoc/>
    protected override void Build()
    {
        var fifo = Instance(new AsyncFifo<UInt>(UInt(QueueProof.ValueWidth), Depth, s_from, s_to));
        fifo.Enq.Connect(Enq);
        Deq.Connect(fifo.Deq);

        // Values have numbers, the same on both sides; more of them than there is room for, so that they can be told apart.
        var sent = Count(s_from, Enq.Fire, "sent");
        var received = Count(s_to, Deq.Fire, "received");
        var inside = LetAcross(sent - received);
        Bool follows;
        UInt number, value;
        using (Domain(s_from))
        {
            follows = Reg(reset: false, "follows");
            number = RegNoReset(sent.TypeOf(), "number");
            value = RegNoReset(UInt(QueueProof.ValueWidth), "value");
            using (When(Enq.Fire & Follow & !follows))
            {
                follows.Set(true);
                number.Set(sent);
                value.Set(Enq.Payload);
            }
            Assert(inside <= Depth, "no more values are inside than there is room for");
            Assert(Waits(inside != Depth & !Enq.Ready, "room") < Latency, "room is offered in time");
            Cover(inside == Depth, "the queue gets full");
        }
        using (Domain(s_to))
        {
            var hasLeft = Reg(reset: false);
            var isNext = Let(LetAcross(follows) & !hasLeft & received == LetAcross(number));
            using (When(isNext & Deq.Fire))
                hasLeft.Set(true);
            AssertHeld(Deq, "deq");
            Assert(!Deq.Valid | inside != 0, "a value that leaves has come before");
            Assert(Waits(inside != 0 & !Deq.Valid, "value") < Latency, "a value inside is offered in time");
            Assert(!(isNext & Deq.Valid) | Deq.Payload == LetAcross(value), "a value leaves unchanged, in its turn");
            Cover(isNext & Deq.Fire & Deq.Payload == 3, "the value that is followed leaves");
        }
    }

    private static UInt Count(ClockDomain domain, Bool fires, string name)
    {
        using (Domain(domain))
        {
            var count = Reg(UInt(Bits.IndexWidth(2 * Depth)), name);
            using (When(fires))
                count.Set(count + 1);
            return LetAcross(count, name + "_values");
        }
    }

    /// <summary>For how many edges a condition has held.</summary>
    private static UInt Waits(Bool condition, string name)
    {
        var waits = Reg(UInt(Bits.WidthFor(Latency)), $"{name}_waits");
        waits.Set(Mux(condition, waits + 1, 0));
        return waits;
    }
}
