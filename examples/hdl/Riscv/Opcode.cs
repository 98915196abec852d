namespace HdlTutorial;

/// <summary>The kinds of instructions of RV32I, by the lowest seven bits of the word.</summary>
public enum Opcode
{
    Load = 0x03,
    Fence = 0x0F,
    ArithmeticImmediate = 0x13,
    AddUpperToPc = 0x17,
    Store = 0x23,
    Arithmetic = 0x33,
    LoadUpper = 0x37,
    Branch = 0x63,
    JumpRegister = 0x67,
    Jump = 0x6F,
    System = 0x73,
}
