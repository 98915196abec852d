using Vta.Isa.Instructions;

namespace Vta.Isa.Launch;

/// <summary>The five base registers: byte addresses that element indices are added to.</summary>
public readonly record struct BaseAddresses(uint Uop = 0, uint Inp = 0, uint Wgt = 0, uint Acc = 0, uint Out = 0)
{
    /// <summary>The base of a memory; accumulators of 8 bits and parameters share that of accumulators.</summary>
    public uint Of(MemoryId memory) => memory switch
    {
        MemoryId.Uop => Uop,
        MemoryId.Inp => Inp,
        MemoryId.Wgt => Wgt,
        MemoryId.Acc or MemoryId.Acc8Bit or MemoryId.Par => Acc,
        _ => Out,
    };
}
