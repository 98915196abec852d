namespace Vta.Isa.Launch;

/// <summary>What can go wrong in a run; the bits of the fault status register.</summary>
[Flags]
public enum Faults
{
    None = 0,

    /// <summary>An index or an SRAM range went past its buffer, and wrapped.</summary>
    Index = 1,

    /// <summary>An opcode, memory or ALU code is not defined; the instruction was skipped.</summary>
    Illegal = 2,

    /// <summary>Memory answered with an error.</summary>
    Bus = 4,

    /// <summary>Tokens were left over at FINISH. The device only tells: it is for the host to judge, and no fault to ours.</summary>
    Tokens = 8,

    /// <summary>The run could not go on.</summary>
    Deadlock = 16,
}
