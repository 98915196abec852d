using Vta.Hdl.Ir;

namespace Vta.Hardware.Buffers;

/// <summary>How the elements of an on-chip buffer lie in memories.</summary>
/// <param name="Name">For the name of the module.</param>
/// <param name="ElemBits">Bits of an element.</param>
/// <param name="LogDepth">log2 of the elements.</param>
/// <param name="Lanes">Consecutive elements that can be written, and read, at once; a power of two.</param>
/// <param name="LaneBits">Bits that a write brings for each element: the element, or less where it is written in pieces.</param>
/// <param name="Parts">Pieces of an element that can be written on their own.</param>
internal sealed record BufferGeometry(string Name, int ElemBits, int LogDepth, int Lanes, int LaneBits, int Parts)
{
    public int Depth => 1 << LogDepth;

    /// <summary>Memories: element i lies in bank i mod Banks. One for each lane, or where there are fewer elements, one for each of these.</summary>
    public int Banks => Math.Min(Lanes, Depth);

    public int LogBanks => int.Log2(Banks);

    public int WriteBits => Lanes * LaneBits;

    /// <summary>A buffer that takes bus words: several elements of a word at once, or one element in several words.</summary>
    public static BufferGeometry ForBus(BufferShape shape, int busWidth) => new(
        shape.Name,
        shape.ElemBits,
        shape.LogDepth,
        Math.Max(1, busWidth / shape.ElemBits),
        Math.Min(shape.ElemBits, busWidth),
        Math.Max(1, shape.ElemBits / busWidth));
}

/// <summary>
/// An on-chip buffer with one write side and one read side, each of which works in every cycle. A write starts at any element and covers up to
/// <see cref="BufferGeometry.Lanes"/> consecutive ones; indices wrap at the depth. A read that meets a write of the same element in the same cycle
/// returns nothing that may be relied on.
/// </summary>
/// <param name="geometry">The layout.</param>
/// <param name="readLanes">Consecutive elements that a read delivers: 1 or the number of lanes.</param>
/// <param name="hasElementWrite">Whether whole elements are written too, in cycles without a write of lanes.</param>
internal sealed class BankedBuffer(BufferGeometry geometry, int readLanes, bool hasElementWrite) : Module
{
    public readonly Bool WriteValid = In();

    /// <summary>The element of lane 0; may lie before the first one written where the mask leaves lanes out.</summary>
    public readonly UInt WriteIndex = In(UInt(geometry.LogDepth));
    public readonly UInt WriteLanes = In(UInt(geometry.Lanes));
    public readonly UInt WriteParts = In(UInt(geometry.Parts));
    public readonly UInt WriteData = In(UInt(geometry.WriteBits));

    public readonly Bool? ElementValid = hasElementWrite ? In() : null;
    public readonly UInt? ElementIndex = hasElementWrite ? In(UInt(geometry.LogDepth)) : null;
    public readonly UInt? ElementData = hasElementWrite ? In(UInt(geometry.ElemBits)) : null;

    public readonly Bool ReadEnable = In();

    /// <summary>The element of lane 0; the data follow one cycle later.</summary>
    public readonly UInt ReadIndex = In(UInt(geometry.LogDepth));
    public readonly UInt ReadData = Out(UInt(readLanes * geometry.ElemBits));

    protected override string DefinitionName => $"Buffer_{geometry.Name}";

    protected override void Build()
    {
        Parameter("element bits", geometry.ElemBits);
        Parameter("depth", geometry.Depth);
        Parameter("banks", geometry.Banks);

        var banks = Enumerable.Range(0, geometry.Banks)
            .Select(bank => Mem(UInt(geometry.ElemBits), geometry.Depth / geometry.Banks, name: geometry.Banks == 1 ? "elements" : $"elements_{bank}"))
            .ToArray();
        var (lanes, data) = Wrapped();
        for (var bank = 0; bank < banks.Length; bank++)
            Write(banks[bank], bank, lanes, data);
        Read(banks);
    }

    /// <summary>The lanes of a write and their data, one for each bank: where it goes round the buffer several times, what comes last stays.</summary>
    private (UInt Lanes, UInt Data) Wrapped()
    {
        var (lanes, data) = (WriteLanes, WriteData);
        if (geometry.Lanes == geometry.Banks)
            return (lanes, data);
        var masks = lanes.AsVec(VecOf(geometry.Banks, Bool()));
        var words = data.AsVec(VecOf(geometry.Banks, UInt(geometry.LaneBits)));
        var (mask, word) = (masks[0], words[0]);
        for (var round = 1; round < masks.Count; round++)
        {
            word = Let(Lanes.Map(masks[round], words[round], word, (isWritten, later, earlier) => Mux(isWritten, later, earlier)));
            mask = Let(Lanes.Map(masks[round], mask, (later, earlier) => later | earlier));
        }
        return (mask.AsUInt(), word.AsUInt());
    }

    private void Write(Mem<UInt> elements, int bank, UInt lanes, UInt data)
    {
        var lane = LaneOf(bank, WriteIndex);
        var enable = WriteValid & Pick(lanes, lane, 1).AsBool();
        var row = Row(WriteIndex, bank);
        var piece = Pick(data, lane, geometry.LaneBits);
        var word = piece.Repeat(geometry.ElemBits / geometry.LaneBits);
        var parts = WriteParts;
        if (ElementValid is not null && ElementIndex is not null && ElementData is not null)
        {
            var isHere = ElementValid;
            if (geometry.Banks > 1)
                isHere &= ElementIndex.Trunc(geometry.LogBanks) == bank;
            enable |= isHere;
            row = Mux(isHere, Row(ElementIndex), row);
            word = Mux(isHere, ElementData, word);
            parts = Mux(isHere, Lit(Bits.Mask(geometry.Parts), geometry.Parts), parts);
        }
        using (When(enable))
        {
            if (geometry.Parts == 1)
                elements.Write(row, word);
            else
                elements.Write(row, word, parts);
        }
    }

    private void Read(Mem<UInt>[] banks)
    {
        var words = new UInt[banks.Length];
        for (var bank = 0; bank < banks.Length; bank++)
        {
            var row = readLanes > 1 ? Row(ReadIndex, bank) : Row(ReadIndex);
            using (When(ReadEnable))
                words[bank] = banks[bank].Read(row, banks.Length == 1 ? "element" : $"element_{bank}");
        }
        if (banks.Length == 1)
        {
            ReadData.Set(words[0]);
            return;
        }
        var firstBank = RegNoReset(UInt(geometry.LogBanks));
        using (When(ReadEnable))
            firstBank.Set(ReadIndex.Trunc(geometry.LogBanks));
        var all = Let(VecFrom(words));
        ReadData.Set(Cat(Enumerable.Range(0, readLanes).Reverse().Select(lane => (Packed)all[firstBank + lane % geometry.Banks]).ToArray()));
    }

    /// <summary>The lane of a write that falls into a bank; null where there is one bank.</summary>
    private UInt? LaneOf(int bank, UInt index) => geometry.Banks == 1 ? null : bank - index.Trunc(geometry.LogBanks);

    private static UInt Pick(UInt lanes, UInt? lane, int width) => lane is null ? lanes : lanes.AsVec(UInt(width))[lane];

    /// <summary>The row of a bank that holds one of the elements from an index on: one further for the banks before the first.</summary>
    private UInt Row(UInt index, int bank)
    {
        var row = Row(index);
        var isSame = bank == geometry.Banks - 1 || geometry.Banks == geometry.Depth;
        return isSame ? row : Mux(index.Trunc(geometry.LogBanks) > bank, row + 1, row);
    }

    /// <summary>The row of an element; the only one where each element has a bank of its own.</summary>
    private UInt Row(UInt index) => geometry.Banks == geometry.Depth ? Lit(0, 1) : index[geometry.LogDepth - 1, geometry.LogBanks];
}
