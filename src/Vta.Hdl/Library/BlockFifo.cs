namespace Vta.Hdl.Library;

/// <summary>
/// A deep first-in first-out buffer in block RAM. A value can leave two cycles after it came at the earliest; both sides work in every
/// cycle. <paramref name="depth"/> is a power of two.
/// </summary>
public sealed class BlockFifo<T>(HwType<T> type, int depth) : Module
    where T : Data
{
    public readonly Stream<T> Enq = Sink(type);
    public readonly Stream<T> Deq = Source(type);

    protected override string DefinitionName => $"BlockFifo_{type.Width}x{depth}";

    protected override void Build()
    {
        Require(depth >= 4 && int.IsPow2(depth));
        Parameter("depth", depth);
        var width = Ir.Bits.IndexWidth(depth);
        var words = Mem(type, depth);
        var head = Reg(UInt(width + 1));
        var tail = Reg(UInt(width + 1));
        var valid = Reg(reset: false);

        // The word to show next is read one cycle ahead; only words written in an earlier cycle count, so that the read never meets the write.
        var nextHead = Let(Mux(Deq.Fire, head + 1, head));
        head.Set(nextHead);
        valid.Set(nextHead != tail);
        Deq.Valid.Set(valid);
        Deq.Payload.Set(words.Read(nextHead.Trunc(width)));

        Enq.Ready.Set(tail - head != depth);
        using (When(Enq.Fire))
        {
            words.Write(tail.Trunc(width), Enq.Payload);
            tail.Set(tail + 1);
        }
    }
}
