namespace Vta.Isa;

/// <summary>One on-chip buffer: how its elements are made up and how many it holds. All sizes follow from the configuration.</summary>
/// <param name="Name">Name in VTA's terms: uop, inp, wgt, acc or out.</param>
/// <param name="Rows">Rows of one element (BATCH, or BLOCK_OUT for weights; 1 for micro-ops).</param>
/// <param name="Columns">Columns of one element (BLOCK_IN or BLOCK_OUT; 1 for micro-ops).</param>
/// <param name="Width">Bits of one value.</param>
/// <param name="LogBuffSize">log2 of the buffer's size in bytes.</param>
public sealed record BufferShape(string Name, int Rows, int Columns, int Width, int LogBuffSize)
{
    /// <summary>Values in one element.</summary>
    public int ElemValues => Rows * Columns;

    /// <summary>Bits of one element.</summary>
    public int ElemBits => ElemValues * Width;

    /// <summary>Bytes of one element; a power of two.</summary>
    public int ElemBytes { get; } = Rows * Columns * Width / 8;

    /// <summary>log2 of <see cref="ElemBytes"/>.</summary>
    public int LogElemBytes => int.Log2(ElemBytes);

    /// <summary>Bytes of the buffer.</summary>
    public int BuffSize => 1 << LogBuffSize;

    /// <summary>log2 of <see cref="Depth"/>: the width of an index into the buffer.</summary>
    public int LogDepth => LogBuffSize - LogElemBytes;

    /// <summary>Elements the buffer holds.</summary>
    public int Depth => 1 << LogDepth;
}
