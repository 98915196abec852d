using Vta.Isa;
using Vta.Isa.Instructions;

namespace Vta.Simulator.Memories;

/// <summary>
/// The accumulators, as 32-bit integers. Only the low ACC_WIDTH bits of each count: GEMM adds without wrapping, which leaves them
/// right, and the ALU sign-extends what it reads.
/// </summary>
internal sealed unsafe class AccMemory : OnChipMemory
{
    private readonly BufferShape shape;
    private readonly int outWidth;
    private readonly AlignedBuffer<int> values;

    internal AccMemory(VtaConfig config)
        : base(config.Acc.Depth, config.Acc.ElemBytes)
    {
        shape = config.Acc;
        outWidth = config.OutWidth;
        values = new AlignedBuffer<int>((long)Depth * ElemValues);
        EightBit = new EightBitView(this, config.DramElemBytes(MemoryId.Acc8Bit));
    }

    /// <summary>The same memory, filled from 8-bit values.</summary>
    internal OnChipMemory EightBit { get; }

    /// <summary>Values of an element.</summary>
    internal int ElemValues => shape.ElemValues;

    /// <summary>The first value of element 0.</summary>
    internal int* Values => values.Pointer;

    internal override void Write(int index, ReadOnlySpan<byte> elements) => Write(index, elements, shape.Width);

    internal override void Clear(int index, int count) => Elements(index, count).Clear();

    /// <summary>Elements truncated to OUT_WIDTH, as a STORE writes them; all of them lie before the end.</summary>
    internal void ReadOut(int index, int count, Span<byte> destination) =>
        PackedValues.Narrow(Elements(index, count), outWidth, destination);

    private void Write(int index, ReadOnlySpan<byte> elements, int width)
    {
        var count = elements.Length * 8 / (width * ElemValues);
        PackedValues.Widen(elements, width, Elements(index, count));
    }

    private Span<int> Elements(int index, int count) => new(values.Pointer + (long)index * ElemValues, count * ElemValues);

    private sealed class EightBitView(AccMemory memory, int dramElemBytes) : OnChipMemory(memory.Depth, dramElemBytes)
    {
        internal override void Write(int index, ReadOnlySpan<byte> elements) => memory.Write(index, elements, 8);

        internal override void Clear(int index, int count) => memory.Clear(index, count);
    }
}
