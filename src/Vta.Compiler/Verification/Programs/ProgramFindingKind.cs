namespace Vta.Compiler.Verification.Programs;

/// <summary>What can be wrong with a recorded program.</summary>
public enum ProgramFindingKind
{
    /// <summary>It does not come to its FINISH: each unit waits for a token, for room for one, or has nothing to do.</summary>
    Deadlock,

    /// <summary>Two units use an element or a byte, one of them writes it, and no token says which is first.</summary>
    Unordered,

    /// <summary>An index or a range goes beyond its buffer.</summary>
    BeyondBuffer,

    /// <summary>An opcode, memory or ALU code is not defined.</summary>
    Illegal,

    /// <summary>A transfer reads bytes of DRAM that nothing puts there, or writes bytes that nothing wants.</summary>
    OutsideMemory,

    /// <summary>An element on chip is read that nothing in the program writes before: what a program before left there decides.</summary>
    Unwritten,

    /// <summary>Tokens are left over at FINISH.</summary>
    Leftover,

    /// <summary>Instructions or micro-ops are what the program itself stores: what they are is not known before it runs.</summary>
    Unchecked,
}
