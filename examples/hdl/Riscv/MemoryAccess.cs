namespace HdlTutorial;

/// <summary>Sizes of loads and stores, numbered as in the instructions (funct3).</summary>
public enum MemoryAccess
{
    SignedByte = 0,
    SignedHalf = 1,
    Word = 2,
    Byte = 4,
    Half = 5,
}
