using System.Buffers.Binary;
using Vta.Isa.Instructions;
using Vta.Isa.Memory;

namespace Vta.Isa.Programs;

/// <summary>Follows what the LOAD UOP instructions of a program bring into the micro-op buffer.</summary>
public sealed class MicroOpBuffer(VtaConfig config, Dram dram)
{
    private readonly uint[] elements = new uint[config.Uop.Depth];

    /// <summary>The micro-op at an index; as in hardware, indices run on modulo the depth.</summary>
    public uint this[int index] => elements[index & (elements.Length - 1)];

    /// <summary>Applies a LOAD UOP.</summary>
    /// <param name="load">The instruction.</param>
    /// <param name="baseAddress">The base register of micro-ops.</param>
    public void Load(MemoryInstruction load, uint baseAddress)
    {
        if (load.XSize == 0 || load.YSize == 0) return;
        var sram = load.SramBase + load.YPad0 * RowElements(load);
        Clear(load.SramBase, sram);
        for (var row = 0; row < load.YSize; row++)
        {
            Clear(sram, sram += load.XPad0);
            for (var column = 0; column < load.XSize; column++)
                Set(sram++, Read(baseAddress, unchecked((uint)(load.DramBase + row * load.XStride + column))));
            Clear(sram, sram += load.XPad1);
        }

        Clear(sram, sram + load.YPad1 * RowElements(load));
    }

    private static int RowElements(MemoryInstruction load) => load.XPad0 + load.XSize + load.XPad1;

    private void Clear(int from, int to)
    {
        for (var index = from; index < to; index++) Set(index, 0);
    }

    private void Set(int index, uint bits) => elements[index & (elements.Length - 1)] = bits;

    private uint Read(uint baseAddress, uint element)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        dram.Read(unchecked(baseAddress + element * sizeof(uint)), bytes);
        return BinaryPrimitives.ReadUInt32LittleEndian(bytes);
    }
}
