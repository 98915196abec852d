namespace Vta.Hdl.Library;

/// <summary>
/// A register stage in a stream that cuts every path: valid, payload and ready. A value leaves one cycle after it came at the earliest; both sides work
/// in every cycle. It holds two values: one is on its way out, the other is the one that came while ready was still high.
/// </summary>
/// <param name="type">The values.</param>
public sealed class SkidBuffer<T>(HwType<T> type) : Module
    where T : Data
{
    /// <summary>Values come in here.</summary>
    public readonly Stream<T> Enq = Sink(type);

    /// <summary>Values leave here.</summary>
    public readonly Stream<T> Deq = Source(type);

    /// <inheritdoc/>
    protected override string DefinitionName => $"SkidBuffer_{type.Width}";

    /// <inheritdoc/>
    protected override void Build()
    {
        var valid = Reg(reset: false);
        var payload = RegNoReset(type);
        var isFull = Reg(reset: false);
        var skidded = RegNoReset(type);

        Enq.Ready.Set(!isFull);
        Deq.Valid.Set(valid);
        Deq.Payload.Set(payload);
        using (When(!valid | Deq.Ready))
        {
            valid.Set(isFull | Enq.Valid);
            payload.Set(Mux(isFull, skidded, Enq.Payload));
            isFull.Set(false);
        }
        using (ElseWhen(Enq.Fire))
        {
            isFull.Set(true);
            skidded.Set(Enq.Payload);
        }
    }
}
