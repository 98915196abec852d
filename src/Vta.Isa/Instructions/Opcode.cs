namespace Vta.Isa.Instructions;

/// <summary>
/// What an instruction does. Codes that are not defined, or not on this device (<see cref="InstructionLayout.Knows(Opcode)"/>), are skipped with fault ILLEGAL.
/// </summary>
public enum Opcode
{
    Load = 0,
    Store = 1,
    Gemm = 2,
    Finish = 3,
    Alu = 4,

    /// <summary>GEMM that overwrites accumulators, with <see cref="Extensions.GemmOverwrite"/>.</summary>
    GemmSet = 5,

    /// <summary>Taps of a depthwise convolution, with <see cref="Extensions.Depthwise"/>.</summary>
    Dwconv = 6,
}
