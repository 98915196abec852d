using Vta.Hardware.Control;

namespace Vta.Hardware.Dma;

/// <summary>What the data side of a load needs to know: where elements go, and where padding lies between them.</summary>
internal sealed class DmaJob(int targets, int laneWidth, int padWidth) : Bundle
{
    /// <summary>Bits of an element index with a bit that stays set once the index has left 16 bits.</summary>
    public const int IndexWidth = 17;

    /// <summary>Bits of a run of padding: 15 rows of up to 65,565 elements, and the padding of a row.</summary>
    public const int GapWidth = 21;

    public readonly UInt Target = Field(UInt(targets));

    /// <summary>Nothing to load: neither data nor padding.</summary>
    public readonly Bool IsEmpty = Field(Bool());

    /// <summary>sram_base.</summary>
    public readonly UInt SramBase = Field(UInt(16));

    public readonly UInt XSize = Field(UInt(16));

    public readonly UInt YSize = Field(UInt(16));

    /// <summary>Elements of padding before the first row of data, between two rows, and behind the last.</summary>
    public readonly UInt GapBefore = Field(UInt(GapWidth));

    public readonly UInt GapBetween = Field(UInt(5));

    public readonly UInt GapBehind = Field(UInt(GapWidth));

    /// <summary>Lane of the first element of the first row, and how far it moves with each row.</summary>
    public readonly UInt FirstLane = Field(UInt(laneWidth));

    public readonly UInt LaneStride = Field(UInt(laneWidth));

    public readonly UInt Index = Field(UInt(ProgramIndex.Width));

    /// <summary>What padding repeats.</summary>
    public readonly UInt PadValue = padWidth > 0 ? Field(UInt(padWidth)) : 0;

    public static BundleType<DmaJob> Type(int targets, int laneWidth, int padWidth) => BundleOf(() => new DmaJob(targets, laneWidth, padWidth));
}
