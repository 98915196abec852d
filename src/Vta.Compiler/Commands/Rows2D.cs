namespace Vta.Compiler.Commands;

/// <summary>The rows of a load or store, in elements, and the zeros that a load puts around them.</summary>
/// <param name="XSize">Elements of a row.</param>
/// <param name="YSize">Rows.</param>
/// <param name="XStride">Elements from the start of a row to the start of the next, in DRAM.</param>
/// <param name="XPad0">Zeros before each row.</param>
/// <param name="YPad0">Rows of zeros before.</param>
/// <param name="XPad1">Zeros after each row.</param>
/// <param name="YPad1">Rows of zeros after.</param>
public readonly record struct Rows2D(int XSize, int YSize, int XStride, int XPad0 = 0, int YPad0 = 0, int XPad1 = 0, int YPad1 = 0)
{
    /// <summary>Whether nothing is moved, pads included.</summary>
    public bool IsEmpty => XSize == 0 || YSize == 0;

    /// <summary>Elements on chip, pads included.</summary>
    public long Elements => IsEmpty ? 0 : (long)(YPad0 + YSize + YPad1) * (XPad0 + XSize + XPad1);
}
