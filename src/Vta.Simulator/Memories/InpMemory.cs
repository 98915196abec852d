using Vta.Isa;
using Vta.Simulator.Lanes;

namespace Vta.Simulator.Memories;

/// <summary>The inputs, as 16-bit values in rows of whole pairs: a pair is what <see cref="ILanes{TSelf,TVector}.Dot"/> takes at a time.</summary>
internal sealed unsafe class InpMemory : OnChipMemory
{
    private readonly BufferShape shape;
    private readonly int rowValues;
    private readonly AlignedBuffer<short> values;

    internal InpMemory(VtaConfig config)
        : base(config.Inp.Depth, config.Inp.ElemBytes)
    {
        shape = config.Inp;
        rowValues = Math.Max(shape.Columns, 2);
        values = new AlignedBuffer<short>((long)Depth * ElemValues);
    }

    /// <summary>Pairs of an element.</summary>
    internal int ElemPairs => ElemValues / 2;

    /// <summary>The first pair of element 0.</summary>
    internal int* Pairs => (int*)values.Pointer;

    /// <summary>A row of values of an element.</summary>
    internal ReadOnlySpan<short> Row(int index, int row) => new(values.Pointer + (long)index * ElemValues + row * rowValues, shape.Columns);

    /// <summary>What padding is made of.</summary>
    internal short PadValue { get; set; }

    private int ElemValues => shape.Rows * rowValues;

    internal override void Write(int index, ReadOnlySpan<byte> elements)
    {
        var count = elements.Length / DramElemBytes * shape.ElemValues;
        var destination = values.Pointer + (long)index * ElemValues;
        if (rowValues == shape.Columns)
        {
            PackedValues.Widen(elements, shape.Width, new Span<short>(destination, count));
            return;
        }
        for (var i = 0; i < count; i++)
            destination[2 * i] = (short)PackedValues.Read(elements, i, shape.Width);
    }

    internal override void Clear(int index, int count) => Elements(index, count).Clear();

    internal override void Pad(int index, int count)
    {
        Elements(index, count).Fill(PadValue);
        // The half of a pair that is no value stays zero.
        for (var i = 1; rowValues != shape.Columns && i < count * ElemValues; i += rowValues)
            Elements(index, count)[i] = 0;
    }

    private Span<short> Elements(int index, int count) => new(values.Pointer + (long)index * ElemValues, count * ElemValues);
}
