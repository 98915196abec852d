using Vta.Isa.Disassembly;
using Vta.Isa.Instructions;
using Vta.Isa.Memory;

namespace Vta.Isa.Launch;

/// <summary>Instructions of a launched program, read back from its memory.</summary>
internal sealed class ProgramText(VtaConfig config, Dram dram, LaunchRequest request)
{
    private readonly Disassembler disassembler = new(config);

    /// <summary>An instruction by its program index, as messages show it.</summary>
    internal string Line(uint index) => $"instruction {index}: {disassembler.Format(LaunchInstructions.At(dram, request, index))}";

    /// <summary>What fetch hands out, in order.</summary>
    internal IEnumerable<(uint Index, Unit Unit, Dependencies Dependencies)> Fetched()
    {
        var layout = config.Layout;
        return LaunchInstructions.Fetched(config, dram, request).Select((word, index) => ((uint)index, word.Unit(layout), word.Dependencies(layout)));
    }
}
