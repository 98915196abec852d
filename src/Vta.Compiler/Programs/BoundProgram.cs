using System.Buffers.Binary;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;
using Vta.Isa.Programs;

namespace Vta.Compiler.Programs;

/// <summary>A program whose buffers have addresses: ready to be put into memory and launched.</summary>
public sealed class BoundProgram
{
    internal BoundProgram(VtaProgram program, ProgramAddresses addresses, BaseAddresses bases, IReadOnlyList<InstructionWord> instructions)
    {
        Program = program;
        Addresses = addresses;
        Instructions = instructions;
        Request = new LaunchRequest(addresses.Instructions, (uint)instructions.Count, bases);
    }

    public VtaProgram Program { get; }

    public ProgramAddresses Addresses { get; }

    public IReadOnlyList<InstructionWord> Instructions { get; }

    /// <summary>What launches it.</summary>
    public LaunchRequest Request { get; }

    /// <summary>Its micro-ops and instructions as they lie in memory.</summary>
    public IEnumerable<MemorySegment> Segments()
    {
        var microOps = new byte[Program.MicroOps.Count * sizeof(uint)];
        for (var index = 0; index < Program.MicroOps.Count; index++)
            BinaryPrimitives.WriteUInt32LittleEndian(microOps.AsSpan(index * sizeof(uint)), Program.MicroOps[index]);
        if (microOps.Length > 0)
            yield return new MemorySegment("uop.bin.gz", Addresses.MicroOps, microOps);

        yield return new MemorySegment("insn.bin.gz", Addresses.Instructions, InstructionWords.ToBytes(Instructions));
    }
}
