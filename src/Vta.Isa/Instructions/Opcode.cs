namespace Vta.Isa;

/// <summary>What an instruction does. Codes 5 to 7 are not defined: such an instruction is skipped with fault ILLEGAL.</summary>
public enum Opcode
{
    Load = 0,
    Store = 1,
    Gemm = 2,
    Finish = 3,
    Alu = 4,
}
