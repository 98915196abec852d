using Vta.Hdl.Ir;

namespace Vta.Hdl.Library;

/// <summary>
/// A first-in first-out buffer between two clock domains, in LUT RAM. Both sides work in every cycle of their clock; what one side did shows at the other
/// some three cycles later. Nothing is lost, changed or overtaken, whatever the clocks do (it is proven). Reset both domains together. <paramref name="depth"/> is a power of two, at least 4 (HW0011); 8 keep a stream at full speed.
/// </summary>
/// <param name="type">The values.</param>
/// <param name="depth">Values inside at most.</param>
/// <param name="from">The domain of <see cref="Enq"/>.</param>
/// <param name="to">The domain of <see cref="Deq"/>.</param>
public sealed class AsyncFifo<T>(HwType<T> type, int depth, ClockDomain from, ClockDomain to) : Module
    where T : Data
{
    /// <summary>Values in the one domain.</summary>
    public readonly Stream<T> Enq = Sink(type);

    /// <summary>The same values in the other.</summary>
    public readonly Stream<T> Deq = Source(type);

    /// <inheritdoc/>
    protected override string DefinitionName => $"AsyncFifo_{type.Width}x{depth}";

    /// <inheritdoc/>
    protected override void Build()
    {
        Require(depth >= 4 && int.IsPow2(depth));
        Parameter("depth", depth);
        var width = Bits.IndexWidth(depth);

        // Positions have a bit more than an address, which tells a full buffer from an empty one. In Gray code they go to the other side.
        var words = Mem(type, depth, crossesDomains: true);
        var (tail, tailCode) = Position(from, "tail", Enq.Fire);
        var (head, headCode) = Position(to, "head", Deq.Fire);

        using (Domain(from))
        {
            // In Gray code, the position a whole depth ahead has its upper two bits inverted.
            var seen = Across(headCode, "head_seen");
            Enq.Ready.Set(tailCode != Cat(~seen[width, width - 1], seen[width - 2, 0]));
            using (When(Enq.Fire))
                words.Write(tail.Trunc(width), Enq.Payload);
        }
        using (Domain(to))
        {
            Deq.Valid.Set(headCode != Across(tailCode, "tail_seen"));
            Deq.Payload.Set(words[head.Trunc(width)]);
        }
    }

    private (UInt Position, UInt Code) Position(ClockDomain domain, string name, Bool moves)
    {
        using (Domain(domain))
        {
            var position = Reg(UInt(Bits.IndexWidth(depth) + 1), name);
            var code = Reg(position.TypeOf(), name + "_code");
            var next = Let(position + 1, name + "_next");
            var nextCode = Let(Gray.Encode(next), name + "_next_code");
            using (When(moves))
            {
                position.Set(next);
                code.Set(nextCode);
            }
            var changes = code ^ nextCode;
            Assert((changes & (changes - 1)) == 0, $"what crosses of the {name} changes in one bit at a time, so that it can be sampled in the middle of a change");
            return (position, code);
        }
    }

    private static UInt Across(UInt code, string name)
    {
        var first = RegAcross(code.TypeOf(), name + "_first");
        var second = RegAcross(code.TypeOf(), name);
        first.Set(code);
        second.Set(first);
        return second;
    }
}
