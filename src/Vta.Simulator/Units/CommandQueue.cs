using Vta.Isa.Instructions;

namespace Vta.Simulator.Units;

/// <summary>The unfinished instructions of one unit, in order, and how far the first of them is.</summary>
internal sealed class CommandQueue(Unit unit)
{
    private readonly (uint Index, InstructionWord Word)[] entries = new (uint, InstructionWord)[Commands.MaxUnfinished];
    private int first;

    internal Unit Unit { get; } = unit;

    internal int Count { get; private set; }

    internal bool IsFull => Count == entries.Length;

    /// <summary>The first unfinished instruction.</summary>
    internal (uint Index, InstructionWord Word) Head => entries[first];

    /// <summary>How far the first instruction is.</summary>
    internal Progress Progress { get; set; }

    internal void Clear() => (first, Count, Progress) = (0, 0, Progress.Waiting);

    internal void Add(uint index, InstructionWord word)
    {
        entries[(first + Count) % entries.Length] = (index, word);
        Count++;
    }

    /// <summary>The first instruction is finished.</summary>
    internal void Remove()
    {
        first = (first + 1) % entries.Length;
        Count--;
        Progress = Progress.Waiting;
    }
}
