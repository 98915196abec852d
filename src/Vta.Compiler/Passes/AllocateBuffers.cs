using Vta.Compiler.LoopIr;
using Vta.Isa;

namespace Vta.Compiler.Passes;

/// <summary>
/// Gives on-chip buffers their places, of each virtual thread. A buffer that is made of another, value by value, takes its place;
/// otherwise places are used again by buffers of the same size only, so that what one virtual thread has is never used by another.
/// </summary>
internal sealed class AllocateBuffers
{
    private readonly LiveRanges live;
    private readonly Dictionary<LoopBuffer, Slot> slots = [];
    private readonly Dictionary<LoopBuffer, LoopBuffer> inPlace = [];
    private readonly List<Slot> all = [];

    private AllocateBuffers(LiveRanges live) => this.live = live;

    /// <summary>The first element of each on-chip buffer, and the buffers in whose place others are.</summary>
    /// <param name="program">The program.</param>
    /// <param name="tooLarge">Says what to change when a memory is too small for its buffers: the one that was too much is given.</param>
    internal static Placement Run(Stmt program, Func<LoopBuffer, string, VtaInputException> tooLarge)
    {
        var allocation = new AllocateBuffers(new LiveRanges(program));
        foreach (var buffer in allocation.live.Buffers)
            allocation.Place(buffer, tooLarge);
        return new Placement(
            allocation.slots.ToDictionary(pair => pair.Key, pair => pair.Value.Start),
            allocation.inPlace);
    }

    private static int Elements(LoopBuffer buffer) => buffer.Size / (buffer.Scope.Shape?.ElemValues ?? 1);

    private void Place(LoopBuffer buffer, Func<LoopBuffer, string, VtaInputException> tooLarge)
    {
        var (first, last) = (live.First(buffer), live.Last(buffer));
        if (live.InPlaceOf(buffer) is { } source && slots.TryGetValue(source, out var taken) && taken.Last == live.Last(source))
        {
            taken.Last = Math.Max(taken.Last, last);
            inPlace.Add(buffer, source);
            slots.Add(buffer, taken);
            return;
        }
        if (buffer.Scope.IsOnChip
            && all.Find(slot => slot.Last < first && slot.Owner.Scope == buffer.Scope && slot.Owner.Size == buffer.Size && live.Threads(slot.Owner) == live.Threads(buffer)) is { } free)
        {
            free.Last = last;
            slots.Add(buffer, free);
            return;
        }
        var own = new Slot(buffer, Elements(buffer) * live.Threads(buffer), buffer.Scope.IsOnChip ? all.Where(slot => slot.Owner.Scope == buffer.Scope).Sum(slot => slot.Size) : 0) { Last = last };
        if (buffer.Scope.Shape is { } shape && own.Start + own.Size > DepthOf(buffer.Scope))
        {
            var others = all.Where(slot => slot.Owner.Scope == buffer.Scope).ToList();
            var share = others.Count == 0 ? "" : $", next to {string.Join(" and ", others.Select(slot => $"{slot.Size} of {slot.Owner.Name}"))}";
            var threads = live.Threads(buffer) > 1 ? $" ({live.Threads(buffer)} threads of {Elements(buffer)})" : "";
            throw tooLarge(buffer, $"{buffer.Name} needs {own.Size} elements of the {shape.Name} buffer{threads}{share}; it holds {shape.Depth}");
        }
        all.Add(own);
        slots.Add(buffer, own);
    }

    private static int DepthOf(MemoryScope scope) => scope.Shape!.Depth;

    private sealed class Slot(LoopBuffer owner, int size, int start)
    {
        internal LoopBuffer Owner { get; } = owner;

        internal int Start { get; } = start;

        internal int Size { get; } = size;

        internal int Last { get; set; }
    }
}
