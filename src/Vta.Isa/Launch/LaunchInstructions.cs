using Vta.Isa.Instructions;
using Vta.Isa.Memory;

namespace Vta.Isa.Launch;

/// <summary>The instructions of a launch, read from memory.</summary>
public static class LaunchInstructions
{
    /// <summary>What fetch hands out, in order: all up to the first FINISH. A word that memory answers with an error reads as zero.</summary>
    /// <param name="config">The device's configuration.</param>
    /// <param name="dram">The memory that holds the program.</param>
    /// <param name="request">The launch.</param>
    public static IEnumerable<InstructionWord> Fetched(VtaConfig config, Dram dram, LaunchRequest request)
    {
        for (var index = 0u; index < request.InstructionCount; index++)
        {
            var word = dram.Fails(Address(request, index)) ? default : At(dram, request, index);
            yield return word;
            if (word.Opcode(config.Layout) == Opcode.Finish)
                yield break;
        }
    }

    /// <summary>An instruction by its program index.</summary>
    public static InstructionWord At(Dram dram, LaunchRequest request, uint index)
    {
        Span<byte> bytes = stackalloc byte[InstructionWord.Bytes];
        dram.Read(Address(request, index), bytes);
        return InstructionWord.Read(bytes);
    }

    private static uint Address(LaunchRequest request, uint index) => request.InstructionAddress + index * InstructionWord.Bytes;
}
