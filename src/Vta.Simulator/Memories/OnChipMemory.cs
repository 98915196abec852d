namespace Vta.Simulator.Memories;

/// <summary>One on-chip memory as a LOAD sees it: elements written from their form in DRAM, or zeroed.</summary>
/// <param name="depth">Elements it holds.</param>
/// <param name="dramElemBytes">Bytes of an element in DRAM.</param>
internal abstract class OnChipMemory(int depth, int dramElemBytes)
{
    internal int Depth { get; } = depth;

    internal int DramElemBytes { get; } = dramElemBytes;

    /// <summary>Writes elements from <paramref name="index"/> on; all of them fit before the end.</summary>
    internal abstract void Write(int index, ReadOnlySpan<byte> elements);

    /// <summary>Zeroes elements from <paramref name="index"/> on; all of them fit before the end.</summary>
    internal abstract void Clear(int index, int count);

    /// <summary>Writes padding from <paramref name="index"/> on; all of it fits before the end.</summary>
    internal virtual void Pad(int index, int count) => Clear(index, count);
}
