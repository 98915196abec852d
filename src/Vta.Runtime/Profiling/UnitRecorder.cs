using Vta.Isa.Instructions;
using Vta.Isa.Launch;

namespace Vta.Runtime.Profiling;

/// <summary>Gives the cycles of a unit to its instructions, which end in their order.</summary>
internal sealed class UnitRecorder(Unit unit, Queue<(uint Index, InstructionWord Word)> program)
{
    private readonly long[] counts = new long[Enum.GetValues<UnitActivity>().Length];
    private readonly List<InstructionSpan> spans = [];
    private long start;

    /// <summary>A span for each instruction that has ended.</summary>
    public IReadOnlyList<InstructionSpan> Spans => spans;

    /// <summary>What the unit has done since.</summary>
    public UnitCycles Rest => UnitCycles.Of(activity => counts[(int)activity]);

    /// <summary>A cycle of the unit.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="activity">What it is.</param>
    /// <param name="retires">Whether an instruction ends in it.</param>
    public void Observe(long cycle, UnitActivity activity, bool retires)
    {
        counts[(int)activity]++;
        if (!retires)
            return;
        var (index, word) = program.Dequeue();
        spans.Add(new InstructionSpan(index, word, unit, start, cycle + 1, Rest));
        start = cycle + 1;
        Array.Clear(counts);
    }
}
