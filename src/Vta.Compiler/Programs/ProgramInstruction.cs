using Vta.Compiler.Tensors;
using Vta.Isa.Instructions;

namespace Vta.Compiler.Programs;

/// <summary>An instruction that may refer to a buffer without an address.</summary>
/// <param name="Word">The instruction; with a buffer, its dram_base counts elements from the buffer's start.</param>
/// <param name="Buffer">The buffer that a LOAD or STORE uses; null for others.</param>
public readonly record struct ProgramInstruction(InstructionWord Word, DramBuffer? Buffer);
