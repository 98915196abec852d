using Vta.Compiler.Programs;
using Vta.Compiler.Tensors;
using Vta.Isa;
using Vta.Isa.Instructions;

namespace Vta.NetworkCompiler.Programs;

/// <summary>Addresses one after the other.</summary>
/// <param name="alignment">What each is a multiple of.</param>
internal sealed class MemoryPlan(int alignment)
{
    private readonly Dictionary<DramBuffer, uint> addresses = [];
    private long next = ProgramAddresses.DefaultStart;

    /// <summary>A place for a buffer.</summary>
    /// <exception cref="VtaInputException">It is beyond 32-bit addresses.</exception>
    internal void Take(DramBuffer buffer) => addresses.Add(buffer, Take(buffer.Bytes));

    /// <summary>A place for buffers that share memory.</summary>
    /// <param name="offsets">Where each is in it.</param>
    /// <param name="bytes">Its size.</param>
    /// <exception cref="VtaInputException">It is beyond 32-bit addresses.</exception>
    internal void Take(IReadOnlyDictionary<DramBuffer, long> offsets, long bytes)
    {
        var start = Take(bytes);
        foreach (var (buffer, offset) in offsets)
            addresses.Add(buffer, (uint)(start + offset));
    }

    /// <summary>All addresses, of a program that uses the buffers.</summary>
    /// <exception cref="VtaInputException">It is beyond 32-bit addresses.</exception>
    internal ProgramAddresses Addresses(VtaProgram program) => new(
        Take(program.Instructions.Count * (long)InstructionWord.Bytes), Take(program.MicroOps.Count * (long)sizeof(uint)), addresses);

    private uint Take(long bytes)
    {
        var address = (next + alignment - 1) / alignment * alignment;
        next = address + bytes;
        return next <= 1L << 32
            ? (uint)address
            : throw new VtaInputException($"the network needs {next} bytes of memory, which is beyond 32-bit addresses");
    }
}
