using Vta.Compiler.Tensors;

namespace Vta.NetworkCompiler.Programs;

/// <summary>Places for buffers that are needed for a while only: those that are never needed together may share memory.</summary>
internal sealed class Lifetimes(int alignment)
{
    private readonly List<(DramBuffer Buffer, int First, int Last)> buffers = [];

    /// <summary>A buffer is needed from one operator to another, both included.</summary>
    internal void Add(DramBuffer buffer, int first, int last) => buffers.Add((buffer, first, last));

    /// <summary>An offset for each buffer, largest buffers first, each as low as those that it meets leave room.</summary>
    internal IReadOnlyDictionary<DramBuffer, long> Place(out long bytes)
    {
        var placed = new List<(long Start, long End, int First, int Last)>();
        var offsets = new Dictionary<DramBuffer, long>();
        foreach (var (buffer, first, last) in buffers.OrderByDescending(each => each.Buffer.Bytes))
        {
            var start = 0L;
            foreach (var other in placed.Where(other => other.First <= last && first <= other.Last).OrderBy(other => other.Start))
            {
                if (start + buffer.Bytes <= other.Start)
                    break;
                start = Math.Max(start, Align(other.End));
            }
            placed.Add((start, start + buffer.Bytes, first, last));
            offsets.Add(buffer, start);
        }
        bytes = placed.Count == 0 ? 0 : placed.Max(place => place.End);
        return offsets;
    }

    private long Align(long offset) => (offset + alignment - 1) / alignment * alignment;
}
