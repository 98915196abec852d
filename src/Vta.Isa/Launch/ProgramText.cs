using Vta.Isa.Disassembly;
using Vta.Isa.Instructions;
using Vta.Isa.Memory;

namespace Vta.Isa.Launch;

/// <summary>Instructions of a launched program, read back from its memory.</summary>
internal sealed class ProgramText(VtaConfig config, Dram dram, LaunchRequest request)
{
    private readonly Disassembler disassembler = new(config);

    /// <summary>An instruction by its program index, as messages show it.</summary>
    internal string Line(uint index) => $"instruction {index}: {disassembler.Format(Word(index))}";

    /// <summary>What fetch hands out, in order: all up to the first FINISH. A word that memory answers with an error reads as zero.</summary>
    internal IEnumerable<(uint Index, Unit Unit, Dependencies Dependencies)> Fetched()
    {
        var layout = config.Layout;
        for (var index = 0u; index < request.InstructionCount; index++)
        {
            var word = dram.Fails(Address(index)) ? default : Word(index);
            yield return (index, word.Unit(layout), word.Dependencies(layout));
            if (word.Opcode(layout) == Opcode.Finish)
                yield break;
        }
    }

    private uint Address(uint index) => request.InstructionAddress + index * InstructionWord.Bytes;

    private InstructionWord Word(uint index)
    {
        Span<byte> bytes = stackalloc byte[InstructionWord.Bytes];
        dram.Read(Address(index), bytes);
        return InstructionWord.Read(bytes);
    }
}
