using Vta.Isa.Instructions;

namespace Vta.Fuzzing.Programs;

/// <summary>An instruction of a program in the making.</summary>
internal sealed class PlannedInstruction(InstructionWord word, Footprint footprint)
{
    public InstructionWord Word { get; private set; } = word;

    public Footprint Footprint => footprint;

    /// <summary>By unit: how many of its instructions are over when this one starts.</summary>
    public IReadOnlyList<int> KnownAtStart { get; set; } = [];

    public Dependencies Dependencies(InstructionLayout layout) => Word.Dependencies(layout);

    /// <summary>Sets dependency flags.</summary>
    public void Add(Dependencies dependencies) => Word = Word with { Low = Word.Low | ((ulong)dependencies << 3) };
}
