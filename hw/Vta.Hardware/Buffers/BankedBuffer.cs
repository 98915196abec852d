using Vta.Hdl.Ir;

namespace Vta.Hardware;

/// <summary>How the elements of an on-chip buffer lie in memories.</summary>
/// <param name="Name">For the name of the module.</param>
/// <param name="ElemBits">Bits of an element.</param>
/// <param name="LogDepth">log2 of the elements.</param>
/// <param name="Banks">Memories, a power of two: element i lies in bank i mod Banks. As many consecutive elements can be written, and read, at once.</param>
/// <param name="LaneBits">Bits that a write brings for each element: the element, or less where it is written in pieces.</param>
/// <param name="Parts">Pieces of an element that can be written on their own.</param>
internal sealed record BufferGeometry(string Name, int ElemBits, int LogDepth, int Banks, int LaneBits, int Parts)
{
    public int Depth => 1 << LogDepth;

    public int LogBanks => int.Log2(Banks);

    public int WriteBits => Banks * LaneBits;

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
/// <see cref="BufferGeometry.Banks"/> consecutive ones; indices wrap at the depth. A read that meets a write of the same element in the same cycle
/// returns nothing that may be relied on.
/// </summary>
/// <param name="geometry">The layout.</param>
/// <param name="readLanes">Consecutive elements that a read delivers: 1 or the number of banks.</param>
/// <param name="hasElementWrite">Whether whole elements are written too, in cycles without a write of lanes.</param>
internal sealed class BankedBuffer(BufferGeometry geometry, int readLanes, bool hasElementWrite) : Module
{
    public readonly Bool WriteValid = In();

    /// <summary>The element of lane 0; may lie before the first one written where the mask leaves lanes out.</summary>
    public readonly UInt WriteIndex = In(UInt(geometry.LogDepth));
    public readonly UInt WriteLanes = In(UInt(geometry.Banks));
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
        Require(geometry.LogDepth > geometry.LogBanks);
        Parameter("element bits", geometry.ElemBits);
        Parameter("depth", geometry.Depth);
        Parameter("banks", geometry.Banks);

        var banks = Enumerable.Range(0, geometry.Banks)
            .Select(bank => Mem(UInt(geometry.ElemBits), geometry.Depth / geometry.Banks, name: geometry.Banks == 1 ? "elements" : $"elements_{bank}"))
            .ToArray();
        for (var bank = 0; bank < banks.Length; bank++)
            Write(banks[bank], bank);
        Read(banks);
    }

    private void Write(Mem<UInt> elements, int bank)
    {
        var lane = LaneOf(bank, WriteIndex);
        var enable = WriteValid & Pick(WriteLanes, lane, 1).AsBool();
        var row = Row(WriteIndex, bank);
        var piece = Pick(WriteData, lane, geometry.LaneBits);
        var word = piece.Repeat(geometry.ElemBits / geometry.LaneBits);
        var parts = WriteParts;
        if (ElementValid is not null && ElementIndex is not null && ElementData is not null)
        {
            var isHere = ElementValid;
            if (geometry.Banks > 1)
                isHere &= ElementIndex.Trunc(geometry.LogBanks) == bank;
            enable |= isHere;
            row = Mux(isHere, ElementIndex[geometry.LogDepth - 1, geometry.LogBanks], row);
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
            var row = readLanes > 1 ? Row(ReadIndex, bank) : ReadIndex[geometry.LogDepth - 1, geometry.LogBanks];
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
        ReadData.Set(Cat(Enumerable.Range(0, readLanes).Reverse().Select(lane => (Packed)all[firstBank + lane]).ToArray()));
    }

    /// <summary>The lane of a write that falls into a bank; null where there is one bank.</summary>
    private UInt? LaneOf(int bank, UInt index) => geometry.Banks == 1 ? null : bank - index.Trunc(geometry.LogBanks);

    private static UInt Pick(UInt lanes, UInt? lane, int width) => lane is null ? lanes : lanes.AsVec(UInt(width))[lane];

    /// <summary>The row of a bank that holds one of the elements from an index on: one further for the banks before the first.</summary>
    private UInt Row(UInt index, int bank)
    {
        var row = index[geometry.LogDepth - 1, geometry.LogBanks];
        return bank == geometry.Banks - 1 || geometry.Banks == 1 ? row : Mux(index.Trunc(geometry.LogBanks) > bank, row + 1, row);
    }
}
