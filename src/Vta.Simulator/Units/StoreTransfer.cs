using Vta.Isa;
using Vta.Isa.Instructions;
using Vta.Simulator.Memories;

namespace Vta.Simulator.Units;

/// <summary>Runs STORE instructions: rows of accumulators, truncated, to DRAM.</summary>
internal sealed class StoreTransfer(VtaConfig config, DramPort dram, AccMemory acc)
{
    private readonly int elemBytes = config.Out.ElemBytes;
    private readonly byte[] row = new byte[DramPort.MaxBytes];

    /// <param name="instruction">The STORE.</param>
    /// <param name="baseAddress">Base register of the out memory.</param>
    internal Transfer Run(in MemoryInstruction instruction, uint baseAddress)
    {
        if (instruction.IsEmpty)
            return default;
        var elements = (long)instruction.XSize * instruction.YSize;
        var failed = false;
        var index = instruction.SramBase % acc.Depth;
        for (var y = 0; y < instruction.YSize; y++)
        {
            var element = unchecked(instruction.DramBase + (uint)y * (uint)instruction.XStride);
            var address = unchecked(baseAddress + element * (uint)elemBytes);
            index = Copy(index, address, instruction.XSize, ref failed);
        }
        return new Transfer(elements * elemBytes, elements, instruction.SramBase + elements > acc.Depth, failed);
    }

    /// <returns>The index after the last element.</returns>
    private int Copy(int index, uint address, int count, ref bool failed)
    {
        while (count > 0)
        {
            var run = Math.Min(Math.Min(count, acc.Depth - index), DramPort.MaxBytes / elemBytes);
            var bytes = row.AsSpan(0, run * elemBytes);
            acc.ReadOut(index, run, bytes);
            dram.Write(address, bytes, ref failed);
            address = unchecked(address + (uint)bytes.Length);
            index = (index + run) & (acc.Depth - 1);
            count -= run;
        }
        return index;
    }
}
