namespace Vta.Hdl.Simulation.Layout;

/// <summary>Bytes in the state block, little-endian.</summary>
/// <param name="Offset">From the start of the block.</param>
/// <param name="Width">Bits of the value.</param>
internal readonly record struct Slot(int Offset, int Width)
{
    /// <summary>Values of up to 64 bits are one <c>ulong</c>; wider ones are bytes, filled up with zeros to a multiple of 8.</summary>
    public bool IsNarrow => Width <= 64;

    public int Bytes => (Width + 63) / 64 * 8;
}

/// <summary>The words of a memory in the state block.</summary>
/// <param name="Offset">Of word 0.</param>
/// <param name="Stride">Bytes from word to word: 1, 2, 4, 8 or a multiple of 8.</param>
/// <param name="Width">Bits of a word.</param>
/// <param name="Depth">Number of words.</param>
internal readonly record struct MemoryPlace(int Offset, int Stride, int Width, int Depth);
