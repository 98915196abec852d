namespace Vta.Isa;

/// <summary>Instructions of a launched program as text, read back from its memory.</summary>
internal sealed class ProgramText(VtaConfig config, Dram dram, LaunchRequest request)
{
    private readonly Disassembler disassembler = new(config);

    /// <summary>An instruction by its program index, as messages show it.</summary>
    internal string Line(uint index)
    {
        Span<byte> bytes = stackalloc byte[InstructionWord.Bytes];
        dram.Read(request.InstructionAddress + index * InstructionWord.Bytes, bytes);
        return $"instruction {index}: {disassembler.Format(InstructionWord.Read(bytes))}";
    }
}
