using Vta.Isa.Instructions;

namespace Vta.Isa;

/// <summary>A key that says how large a buffer is.</summary>
/// <param name="Key">The key.</param>
/// <param name="LogElemBytes">log2 of the bytes of an element.</param>
/// <param name="LogSize">The key's value: log2 of the buffer's bytes. It may be one that no buffer has.</param>
internal sealed record BufferSize(string Key, int LogElemBytes, int LogSize)
{
    private const int MinLogDepth = 1;

    /// <summary>The least value of the key: two elements.</summary>
    public int Minimum => LogElemBytes + MinLogDepth;

    /// <summary>The greatest value by itself: as many elements as sram_base can count. The other buffers may leave less.</summary>
    public int Maximum => LogElemBytes + InstructionLayout.SramBaseWidth;

    public int LogDepth => LogSize - LogElemBytes;

    public bool IsInRange => LogSize >= Minimum && LogSize <= Maximum;
}
