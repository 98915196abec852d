using Vta.Hardware.Bus;

namespace Vta.Hardware.Buffers;

/// <summary>What a load writes in one cycle: elements or a part of one from a bus word, or an element of padding.</summary>
internal sealed class ElementWrite(BusShape bus, int targets, int partWidth) : Bundle
{
    public readonly Bool Valid = Field(Bool());

    /// <summary>One bit for each memory that the load serves.</summary>
    public readonly UInt Target = Field(UInt(targets));

    /// <summary>Index of the element in lane 0 of the word, not yet wrapped.</summary>
    public readonly UInt Index = Field(UInt(16));

    /// <summary>Lanes of the word (as many as elements of that memory fit) that are written.</summary>
    public readonly UInt Lanes = Field(UInt(bus.Bytes));

    /// <summary>The part of the element, where it takes several words.</summary>
    public readonly UInt Part = Field(UInt(partWidth));

    /// <summary>Padding: one element (lane 0), in all its parts, becomes what the data repeat.</summary>
    public readonly Bool IsPadding = Field(Bool());

    public readonly UInt Data = Field(UInt(bus.Width));

    public static BundleType<ElementWrite> Type(BusShape bus, int targets, int partWidth) =>
        BundleOf(() => new ElementWrite(bus, targets, partWidth));
}
