using System.Numerics;

namespace Vta.Hdl.Library;

/// <summary>
/// Joins streams into one, a value at a time. What is offered stays: while the consumer is not ready the choice is kept, whoever else comes.
/// </summary>
/// <param name="type">The values.</param>
/// <param name="inputs">Number of streams, at least 2 (HW0011).</param>
/// <param name="policy">Who is served when several ask at once.</param>
public sealed class Arbiter<T>(HwType<T> type, int inputs, ArbitrationPolicy policy) : Module
    where T : Data
{
    /// <summary>The streams to join; the first has number 0.</summary>
    public readonly IReadOnlyList<Stream<T>> Enq = [.. Enumerable.Range(0, inputs).Select(i => Port.Sink(type, $"enq_{i}"))];

    /// <summary>The values, one at a time.</summary>
    public readonly Stream<T> Deq = Source(type);

    /// <summary>The number of the stream that is offered, meaningful while valid.</summary>
    public readonly UInt Chosen = Out(IndexFor(inputs));

    /// <inheritdoc/>
    protected override string DefinitionName => $"Arbiter_{policy}_{inputs}x{type.Width}";

    /// <inheritdoc/>
    protected override void Build()
    {
        Require(inputs >= 2);
        Parameter("inputs", inputs);
        Parameter("policy", policy);

        // One bit for each stream; of those that ask, one is chosen.
        var requests = Let(Cat([.. Enq.Reverse().Select(e => (Packed)e.Valid)]));
        var isKept = Reg(reset: false);
        var kept = Reg(UInt(inputs));
        var chosen = Let(Mux(isKept, kept, policy == ArbitrationPolicy.Fixed ? Lowest(requests) : NextInTurn(requests)));
        isKept.Set(Deq.Valid & !Deq.Ready);
        kept.Set(chosen);

        Deq.Valid.Set(requests.Any());
        var payload = Enq[^1].Payload;
        var number = Lit(inputs - 1, Chosen.Width);
        for (var i = inputs - 2; i >= 0; i--)
        {
            payload = Mux(chosen[i], Enq[i].Payload, payload);
            number = Mux(chosen[i], Lit(i, Chosen.Width), number);
        }
        Deq.Payload.Set(payload);
        Chosen.Set(number);
        for (var i = 0; i < inputs; i++)
            Enq[i].Ready.Set(Deq.Ready & chosen[i]);
    }

    private static UInt Lowest(UInt bits) => bits & (0 - bits);

    /// <summary>The first one behind the one served last, or from the start where there is none behind.</summary>
    private UInt NextInTurn(UInt requests)
    {
        var behind = Reg(UInt(inputs));
        for (var i = 0; i < inputs; i++)
        {
            using (When(Enq[i].Fire))
                behind.Set(Lit((BigInteger.One << inputs) - (BigInteger.One << (i + 1)), inputs));
        }
        var next = Let(requests & behind);
        return Mux(next.Any(), Lowest(next), Lowest(requests));
    }
}
