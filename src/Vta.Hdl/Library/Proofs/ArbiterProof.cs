namespace Vta.Hdl.Library.Proofs;

/// <summary>
/// An <see cref="Arbiter{T}"/> hands on one value at a time, unchanged, and keeps what it offers. In turn, a stream that asks sees each other one served once
/// at most before it.
/// </summary>
/// <param name="inputs">Number of streams.</param>
/// <param name="policy">Who is served when several ask at once.</param>
internal sealed class ArbiterProof(int inputs, ArbitrationPolicy policy) : Module
{
    private const int ValueWidth = 2;

    public readonly IReadOnlyList<Stream<UInt>> Enq = [.. Enumerable.Range(0, inputs).Select(i => Port.Sink(UInt(ValueWidth), $"enq_{i}"))];
    public readonly Stream<UInt> Deq = Source(UInt(ValueWidth));

    protected override void Build()
    {
        var arbiter = Instance(new Arbiter<UInt>(UInt(ValueWidth), inputs, policy));
        Deq.Connect(arbiter.Deq);
        AssertHeld(Deq, "deq");
        var anyValid = AnyOf(Enq.Select(e => e.Valid));
        Assert(Deq.Valid == anyValid, "a value is offered where one has come");
        for (var i = 0; i < inputs; i++)
        {
            AssumeHeld(Enq[i], $"enq_{i}");
            arbiter.Enq[i].Connect(Enq[i]);
            var isServed = Enq[i].Fire;
            Assert(!isServed | (Deq.Fire & arbiter.Chosen == i & Deq.Payload == Enq[i].Payload), $"what stream {i} hands over leaves, unchanged");
            Assert(!isServed | !AnyOf(Enq.Where((_, other) => other != i).Select(e => e.Fire)), $"stream {i} is served alone");
            Cover(isServed, $"stream {i} is served");
            if (policy == ArbitrationPolicy.RoundRobin)
                AssertFair(i);
        }
        Assert(!Deq.Fire | AnyOf(Enq.Select(e => e.Fire)), "what leaves has come");
    }

    private void AssertFair(int waiting)
    {
        for (var i = 0; i < inputs; i++)
        {
            if (i == waiting)
                continue;
            var passed = Reg(reset: false, $"passed_{waiting}_{i}");
            using (When(!Enq[waiting].Valid | Enq[waiting].Fire))
                passed.Set(false);
            using (ElseWhen(Enq[i].Fire))
                passed.Set(true);
            Assert(!(passed & Enq[waiting].Valid & Enq[i].Fire), $"stream {i} is served once at most while stream {waiting} waits");
        }
    }
}
