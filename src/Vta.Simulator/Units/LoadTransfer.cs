using Vta.Isa.Instructions;
using Vta.Simulator.Memories;

namespace Vta.Simulator.Units;

/// <summary>Runs LOAD instructions: rows from DRAM into an on-chip memory, with padding around them.</summary>
internal sealed class LoadTransfer(DramPort dram)
{
    /// <param name="instruction">The LOAD.</param>
    /// <param name="baseAddress">Base register of its memory.</param>
    /// <param name="memory">The memory it fills.</param>
    internal Transfer Run(in MemoryInstruction instruction, uint baseAddress, OnChipMemory memory)
    {
        if (instruction.IsEmpty)
            return default;
        long rowElements = instruction.XPad0 + instruction.XSize + instruction.XPad1;
        var elements = rowElements * (instruction.YPad0 + instruction.YSize + instruction.YPad1);
        var wrapped = instruction.SramBase + elements > memory.Depth;
        var failed = false;
        var index = instruction.SramBase % memory.Depth;
        index = Pad(memory, index, instruction.YPad0 * rowElements);
        for (var row = 0; row < instruction.YSize; row++)
        {
            var element = unchecked(instruction.DramBase + (uint)row * (uint)instruction.XStride);
            var address = unchecked(baseAddress + element * (uint)memory.DramElemBytes);
            index = Pad(memory, index, instruction.XPad0);
            index = Copy(memory, index, address, instruction.XSize, ref failed);
            index = Pad(memory, index, instruction.XPad1);
        }
        Pad(memory, index, instruction.YPad1 * rowElements);
        var bytes = (long)instruction.XSize * instruction.YSize * memory.DramElemBytes;
        return new Transfer(bytes, elements, wrapped, failed);
    }

    /// <returns>The index after the last element.</returns>
    private static int Pad(OnChipMemory memory, int index, long count)
    {
        while (count > 0)
        {
            var run = (int)Math.Min(count, memory.Depth - index);
            memory.Pad(index, run);
            index = (index + run) & (memory.Depth - 1);
            count -= run;
        }
        return index;
    }

    /// <returns>The index after the last element.</returns>
    private int Copy(OnChipMemory memory, int index, uint address, int count, ref bool failed)
    {
        while (count > 0)
        {
            var run = Math.Min(Math.Min(count, memory.Depth - index), DramPort.MaxBytes / memory.DramElemBytes);
            var bytes = run * memory.DramElemBytes;
            memory.Write(index, dram.Read(address, bytes, ref failed));
            address = unchecked(address + (uint)bytes);
            index = (index + run) & (memory.Depth - 1);
            count -= run;
        }
        return index;
    }
}
