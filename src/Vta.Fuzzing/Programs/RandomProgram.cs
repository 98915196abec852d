using Vta.Isa;
using Vta.Isa.Disassembly;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;
using Vta.Isa.Memory;
using Vta.Isa.Programs;

namespace Vta.Fuzzing.Programs;

/// <summary>A program with its memory.</summary>
/// <param name="Config">The configuration that it is for.</param>
/// <param name="Words">Its instructions.</param>
/// <param name="Launch">How it is launched.</param>
/// <param name="Memory">What DRAM holds before; instructions included.</param>
/// <param name="Errors">Ranges that answer with errors.</param>
internal sealed record RandomProgram(
    VtaConfig Config,
    IReadOnlyList<InstructionWord> Words,
    LaunchRequest Launch,
    IReadOnlyList<MemorySegment> Memory,
    IReadOnlyList<(uint Address, ulong Length)> Errors)
{
    /// <summary>Puts the program into a memory; errors of a program before are gone.</summary>
    public void Write(Dram dram)
    {
        dram.ClearErrors();
        foreach (var segment in Memory)
            dram.Write(segment.Address, segment.Data);
        foreach (var (address, length) in Errors)
            dram.AddErrors(address, length);
    }

    /// <summary>The program with other instructions, at the same place.</summary>
    public RandomProgram WithWords(IReadOnlyList<InstructionWord> words) => this with
    {
        Words = words,
        Launch = Launch with { InstructionCount = (uint)words.Count },
        Memory = [.. Memory.Select(segment => segment.Address == Launch.InstructionAddress ? segment with { Data = InstructionWords.ToBytes(words) } : segment)],
    };

    /// <summary>The instructions as text.</summary>
    public string Listing
    {
        get
        {
            var disassembler = new Disassembler(Config);
            var lines = Words.Select((word, index) => $"{index,4}: {disassembler.Format(word)}");
            return string.Join("\n", [.. lines, $"{Launch}", .. Errors.Select(range => $"errors from 0x{range.Address:x}, {range.Length} bytes")]);
        }
    }
}
