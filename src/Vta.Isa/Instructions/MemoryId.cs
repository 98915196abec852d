namespace Vta.Isa.Instructions;

/// <summary>The memory that a LOAD fills or a STORE reads. The last two are those of extensions.</summary>
public enum MemoryId
{
    Uop = 0,
    Wgt = 1,
    Inp = 2,
    Acc = 3,
    Out = 4,

    /// <summary>Accumulators from int8 elements in DRAM, sign-extended.</summary>
    Acc8Bit = 5,

    /// <summary>Parameters of REQUANT, with <see cref="Extensions.Requant"/>.</summary>
    Par = 6,

    /// <summary>Not a memory: the value that loads of inputs pad with is sram_base. With <see cref="Extensions.PadValue"/>.</summary>
    Pad = 7,
}
