using Vta.Hardware.Bus;
using Vta.Isa.Instructions;

namespace Vta.Hardware.Dma;

/// <summary>A memory that a load unit fills, as its elements lie in DRAM.</summary>
/// <param name="Memory">The memory id in the instruction.</param>
/// <param name="ElemBytes">Bytes of an element in DRAM; a power of two.</param>
/// <param name="LogDepth">log2 of the elements on chip.</param>
internal sealed record DmaTarget(MemoryId Memory, int ElemBytes, int LogDepth)
{
    public int LogElemBytes => int.Log2(ElemBytes);

    /// <summary>Elements in a bus word; 1 where an element takes a word or more.</summary>
    public int LanesIn(BusShape bus) => Math.Max(1, bus.Bytes / ElemBytes);

    /// <summary>Bus words of an element; 1 where a word holds one or more.</summary>
    public int PartsIn(BusShape bus) => Math.Max(1, ElemBytes / bus.Bytes);

    public static DmaTarget Of(VtaConfig config, MemoryId memory) =>
        new(memory, config.DramElemBytes(memory), config.Buffer(memory)!.LogDepth);
}
