namespace Vta.Hdl.Library;

/// <summary>Makes one vector of every <paramref name="count"/> values of a stream, the first one in element 0. Takes a value in every cycle.</summary>
/// <param name="element">The values.</param>
/// <param name="count">Elements of a vector, at least 2 (HW0011).</param>
public sealed class Widener<T>(PackedType<T> element, int count) : Module
    where T : Packed
{
    /// <summary>Elements come in here.</summary>
    public readonly Stream<T> Enq = Sink(element);

    /// <summary>Vectors leave here.</summary>
    public readonly Stream<Vec<T>> Deq = Source(VecOf(count, element));

    /// <inheritdoc/>
    protected override string DefinitionName => $"Widener_{element.Width}x{count}";

    /// <inheritdoc/>
    protected override void Build()
    {
        Require(count >= 2);
        Parameter("count", count);
        var gathered = RegNoReset(UInt(count * element.Width));
        var position = Reg(IndexFor(count));
        var valid = Reg(reset: false);

        Enq.Ready.Set(!valid | Deq.Ready);
        Deq.Valid.Set(valid);
        Deq.Payload.Set(gathered.AsVec(element));
        var isLast = Let(position == count - 1);
        using (When(Deq.Fire))
            valid.Set(false);
        using (When(Enq.Fire))
        {
            gathered.Set(Cat(Enq.Payload, gathered[(count * element.Width) - 1, element.Width]));
            position.Set(Mux(isLast, 0, position + 1));
            using (When(isLast))
                valid.Set(true);
        }
    }
}
