using Vta.Hdl.Ir;

namespace Vta.Hdl.Library;

/// <summary>
/// Carries a stream from one clock domain to another, one value at a time: the value rests in a register while a request goes over and its answer comes
/// back, some five cycles of both clocks. For more throughput there is <see cref="AsyncFifo{T}"/>.
/// </summary>
/// <param name="type">The values.</param>
/// <param name="from">The domain of <see cref="Enq"/>.</param>
/// <param name="to">The domain of <see cref="Deq"/>.</param>
public sealed class HandshakeCrossing<T>(HwType<T> type, ClockDomain from, ClockDomain to) : Module
    where T : Data
{
    /// <summary>Values in the one domain.</summary>
    public readonly Stream<T> Enq = Sink(type);

    /// <summary>The same values in the other.</summary>
    public readonly Stream<T> Deq = Source(type);

    /// <inheritdoc/>
    protected override string DefinitionName => $"HandshakeCrossing_{type.Width}";

    /// <inheritdoc/>
    protected override void Build()
    {
        // Request and answer are told by a change, not by a level: half the time on the way.
        Bool request, answer, valid;
        T kept, taken;
        Synchronizer requestSync, answerSync;
        using (Domain(from))
        {
            request = Reg(reset: false, "request");
            kept = RegNoReset(type, "kept");
            answerSync = Instance(new Synchronizer());
        }
        using (Domain(to))
        {
            answer = Reg(reset: false, "answer");
            taken = RegAcross(type, "taken");
            valid = Reg(reset: false, "valid");
            requestSync = Instance(new Synchronizer());
        }
        requestSync.Bit.Set(request);
        answerSync.Bit.Set(answer);

        Enq.Ready.Set(request == answerSync.Synced);
        using (When(Enq.Fire))
        {
            request.Set(!request);
            kept.Set(Enq.Payload);
        }
        using (When(requestSync.Synced != answer & !valid))
        {
            taken.Set(kept);
            valid.Set(true);
            answer.Set(requestSync.Synced);
        }
        using (ElseWhen(Deq.Ready))
            valid.Set(false);
        Deq.Valid.Set(valid);
        Deq.Payload.Set(taken);
    }
}
