namespace Vta.Hdl.Library;

/// <summary>
/// One register stage in a stream: cuts the paths of valid and payload. A value leaves one cycle after it came at the earliest; both sides
/// work in every cycle. Ready passes through.
/// </summary>
/// <param name="type">The values.</param>
public sealed class Pipe<T>(HwType<T> type) : Module
    where T : Data
{
    /// <summary>Values come in here.</summary>
    public readonly Stream<T> Enq = Sink(type);

    /// <summary>Values leave here.</summary>
    public readonly Stream<T> Deq = Source(type);

    /// <inheritdoc/>
    protected override string DefinitionName => $"Pipe_{type.Width}";

    /// <inheritdoc/>
    protected override void Build()
    {
        var valid = Reg(reset: false);
        var payload = RegNoReset(type);

        Enq.Ready.Set(!valid | Deq.Ready);
        Deq.Valid.Set(valid);
        Deq.Payload.Set(payload);
        using (When(Enq.Ready))
            valid.Set(Enq.Valid);
        using (When(Enq.Fire))
            payload.Set(Enq.Payload);
    }
}
