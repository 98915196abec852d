namespace Vta.Hdl.Library;

/// <summary>Gives the elements of each vector of a stream one after the other, element 0 first. Gives one in every cycle.</summary>
/// <param name="element">The elements.</param>
/// <param name="count">Elements of a vector, at least 2 (HW0011).</param>
public sealed class Narrower<T>(PackedType<T> element, int count) : Module
    where T : Packed
{
    /// <summary>Vectors come in here.</summary>
    public readonly Stream<Vec<T>> Enq = Sink(VecOf(count, element));

    /// <summary>Elements leave here.</summary>
    public readonly Stream<T> Deq = Source(element);

    /// <inheritdoc/>
    protected override string DefinitionName => $"Narrower_{count}x{element.Width}";

    /// <inheritdoc/>
    protected override void Build()
    {
        Require(count >= 2);
        Parameter("count", count);
        var rest = RegNoReset(UInt(count * element.Width));
        var left = Reg(UInt(Ir.Bits.WidthFor(count)));

        Enq.Ready.Set(left == 0 | (left == 1 & Deq.Ready));
        Deq.Valid.Set(left != 0);
        Deq.Payload.Set(rest.AsVec(element)[0]);
        using (When(Enq.Fire))
        {
            rest.Set(Enq.Payload.AsUInt());
            left.Set(count);
        }
        using (ElseWhen(Deq.Fire))
        {
            rest.Set(rest >> element.Width);
            left.Set(left - 1);
        }
    }
}
