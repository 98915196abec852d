using Vta.Isa;
using Vta.Isa.Instructions;
using Vta.Isa.Memory;
using Vta.Isa.Programs;

namespace Vta.Compiler.Verification.Programs;

/// <summary>What is kept from launch to launch: the micro-ops, and which elements on chip have been written.</summary>
internal sealed class DeviceState(VtaConfig config, Dram dram)
{
    /// <summary>The micro-ops that LOADs have brought.</summary>
    internal MicroOpBuffer MicroOps { get; } = new(config, dram);

    internal IndexSet Uop { get; } = new(config.Uop.Depth);

    internal IndexSet Inp { get; } = new(config.Inp.Depth);

    internal IndexSet Wgt { get; } = new(config.Wgt.Depth);

    internal IndexSet Acc { get; } = new(config.Acc.Depth);

    internal IndexSet Par { get; } = new(config.Par?.Depth ?? 0);

    /// <summary>The written elements of what a LOAD fills.</summary>
    internal IndexSet Written(MemoryId memory) => memory switch
    {
        MemoryId.Uop => Uop,
        MemoryId.Inp => Inp,
        MemoryId.Wgt => Wgt,
        MemoryId.Par => Par,
        _ => Acc,
    };
}
