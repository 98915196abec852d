namespace Vta.Hdl.Library;

/// <summary>
/// A first-in first-out buffer of up to <paramref name="depth"/> values, in LUT RAM. A value can leave in the cycle after it came; both sides work
/// in every cycle.
/// </summary>
/// <param name="type">The values.</param>
/// <param name="depth">Values inside at most, at least 2 (HW0011).</param>
public sealed class Fifo<T>(HwType<T> type, int depth) : Module
    where T : Data
{
    /// <summary>Values come in here.</summary>
    public readonly Stream<T> Enq = Sink(type);

    /// <summary>Values leave here.</summary>
    public readonly Stream<T> Deq = Source(type);

    /// <summary>How many values are inside.</summary>
    public readonly UInt Count = Out(UInt(Ir.Bits.WidthFor(depth)));

    /// <inheritdoc/>
    protected override string DefinitionName => $"Fifo_{type.Width}x{depth}";

    /// <inheritdoc/>
    protected override void Build()
    {
        Require(depth >= 2);
        Parameter("depth", depth);
        var words = Mem(type, depth);
        var head = Reg(IndexFor(depth));
        var tail = Reg(IndexFor(depth));
        var count = Reg(Count.TypeOf());

        Enq.Ready.Set(count != depth);
        Deq.Valid.Set(count != 0);
        Deq.Payload.Set(words[head]);
        Count.Set(count);

        using (When(Enq.Fire))
        {
            words.Write(tail, Enq.Payload);
            tail.Set(Next(tail));
        }
        using (When(Deq.Fire))
            head.Set(Next(head));
        using (When(Enq.Fire & !Deq.Fire))
            count.Set(count + 1);
        using (ElseWhen(Deq.Fire & !Enq.Fire))
            count.Set(count - 1);
    }

    private UInt Next(UInt index) => int.IsPow2(depth) ? index + 1 : Mux(index == depth - 1, 0, index + 1);
}
