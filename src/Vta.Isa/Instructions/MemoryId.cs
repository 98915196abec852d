namespace Vta.Isa;

/// <summary>The memory that a LOAD fills or a STORE reads. Codes 6 and 7 are not defined.</summary>
public enum MemoryId
{
    Uop = 0,
    Wgt = 1,
    Inp = 2,
    Acc = 3,
    Out = 4,

    /// <summary>Accumulators from int8 elements in DRAM, sign-extended.</summary>
    Acc8Bit = 5,
}
