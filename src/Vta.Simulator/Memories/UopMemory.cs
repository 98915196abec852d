using System.Runtime.InteropServices;
using Vta.Isa;

namespace Vta.Simulator.Memories;

/// <summary>The micro-ops, as in DRAM.</summary>
internal sealed class UopMemory(VtaConfig config) : OnChipMemory(config.Uop.Depth, config.Uop.ElemBytes)
{
    private readonly uint[] values = new uint[config.Uop.Depth];

    /// <summary>Micro-ops by index.</summary>
    internal ReadOnlySpan<uint> Values => values;

    internal override void Write(int index, ReadOnlySpan<byte> elements) =>
        elements.CopyTo(MemoryMarshal.AsBytes(values.AsSpan(index)));

    internal override void Clear(int index, int count) => values.AsSpan(index, count).Clear();
}
