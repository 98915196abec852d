namespace Vta.Hdl.Library;

/// <summary>
/// A deep first-in first-out buffer in block RAM. A value can leave two cycles after it came at the earliest; both sides work in every
/// cycle.
/// </summary>
/// <param name="type">The values.</param>
/// <param name="depth">Values inside at most: a power of two, at least 4 (HW0011).</param>
public sealed class BlockFifo<T>(HwType<T> type, int depth) : Module
    where T : Data
{
    /// <summary>Values come in here.</summary>
    public readonly Stream<T> Enq = Sink(type);

    /// <summary>Values leave here.</summary>
    public readonly Stream<T> Deq = Source(type);

    /// <inheritdoc/>
    protected override string DefinitionName => $"BlockFifo_{type.Width}x{depth}";

    /// <inheritdoc/>
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
