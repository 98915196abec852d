namespace Vta.Hdl.Library.Proofs;

/// <summary>
/// What makes a module with a stream in and a stream out a queue: values leave unchanged and in their order, none is lost, invented or kept back, and no
/// more are inside than there is room for. The prover chooses one value to follow through the queue, so it speaks of all of them.
/// </summary>
/// <param name="capacity">Values inside at most.</param>
/// <param name="latency">Cycles after which a value that is alone inside is offered.</param>
public abstract class QueueProof(int capacity, int latency) : Module
{
    /// <summary>Bits of a value. What a queue does cannot depend on values, so two of them say as much as many.</summary>
    public const int ValueWidth = 2;

    /// <summary>What comes.</summary>
    public readonly Stream<UInt> Enq = Sink(UInt(ValueWidth));

    /// <summary>What leaves.</summary>
    public readonly Stream<UInt> Deq = Source(UInt(ValueWidth));

    /// <summary>The value that comes in this cycle is the one to follow.</summary>
    public readonly Bool Follow = In();

    /// <summary>Values inside at most.</summary>
    protected int Capacity { get; } = capacity;

    /// <summary>Instantiates the queue.</summary>
    protected abstract Ends MakeQueue();

    /// <inheritdoc/>
    protected sealed override void Build()
    {
        var queue = MakeQueue();
        queue.Enq.Connect(Enq);
        Deq.Connect(queue.Deq);
        AssumeHeld(Enq, "enq");
        AssertHeld(Deq, "deq");

        var inside = Reg(UInt(Ir.Bits.WidthFor(Capacity) + 1));
        var waits = Reg(UInt(Ir.Bits.WidthFor(latency) + 1));
        inside.Set(inside + Enq.Fire.AsUInt() - Deq.Fire.AsUInt());
        waits.Set(Mux(inside == 0 | Deq.Valid, 0, waits + 1));
        Assert(inside <= Capacity, "no more values are inside than there is room for");
        Assert(!Deq.Valid | inside != 0, "a value that leaves has come before");
        Assert(waits < latency, "a value inside is offered in time");

        var follows = Reg(reset: false);
        var ahead = Reg(inside.TypeOf());
        var value = RegNoReset(UInt(ValueWidth));
        var isNext = Let(follows & ahead == 0);
        using (When(follows & Deq.Fire))
        {
            ahead.Set(ahead - 1);
            follows.Set(ahead != 0);
        }
        using (ElseWhen(Enq.Fire & Follow & !follows))
        {
            follows.Set(true);
            ahead.Set(inside - Deq.Fire.AsUInt());
            value.Set(Enq.Payload);
        }
        Assert(!follows | ahead < inside, "the value that is followed is inside");
        Assert(!(isNext & Deq.Valid) | Deq.Payload == value, "a value leaves unchanged, in its turn");
        Cover(inside == Capacity, "the queue gets full");
        Cover(isNext & Deq.Fire & ahead == 0 & value == 3, "the value that is followed leaves");
    }

    /// <summary>The ends of the queue that is proven.</summary>
    /// <param name="Enq">Where values come.</param>
    /// <param name="Deq">Where they leave.</param>
    protected sealed record Ends(Stream<UInt> Enq, Stream<UInt> Deq);
}
