using Vta.Isa;
using Vta.Isa.Instructions;

namespace Vta.Compiler.LoopIr;

/// <summary>Where a buffer is: DRAM, or an on-chip buffer of a configuration.</summary>
/// <param name="Name">Name in TVM's terms, such as <c>local.inp_buffer</c>.</param>
/// <param name="Memory">The on-chip memory; null for DRAM.</param>
/// <param name="Shape">How that memory is made up; null for DRAM.</param>
public sealed record MemoryScope(string Name, MemoryId? Memory = null, BufferShape? Shape = null)
{
    /// <summary>DRAM, where the host's tensors are.</summary>
    public static MemoryScope Global { get; } = new("global");

    public bool IsOnChip => Memory is not null;

    public override string ToString() => Name;
}
