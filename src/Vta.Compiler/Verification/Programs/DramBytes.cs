using Vta.Isa.Memory;

namespace Vta.Compiler.Verification.Programs;

/// <summary>A set of addresses of DRAM: pages with a bit for each byte, which exist once something is in them.</summary>
internal sealed class DramBytes
{
    private readonly Dictionary<long, IndexSet> pages = [];

    internal void Add(long start, long end)
    {
        foreach (var (page, offset, count) in Parts(start, end))
        {
            if (!pages.TryGetValue(page, out var bytes))
                pages.Add(page, bytes = new IndexSet(Dram.PageBytes));
            bytes.AddRange(offset, count);
        }
    }

    internal void Add(DramRows rows)
    {
        foreach (var (start, end) in rows.Rows)
            Add(start, end);
    }

    /// <summary>The first of some addresses that is in the set, or that is not; null where there is none.</summary>
    internal long? First(DramRows rows, bool isIn)
    {
        foreach (var (start, end) in rows.Rows)
        {
            foreach (var (page, offset, count) in Parts(start, end))
            {
                var first = pages.TryGetValue(page, out var bytes) ? bytes.FirstInRange(offset, count, isIn) : isIn ? null : offset;
                if (first is not null)
                    return page * Dram.PageBytes + first;
            }
        }
        return null;
    }

    /// <summary>A range page by page.</summary>
    private static IEnumerable<(long Page, long Offset, long Count)> Parts(long start, long end)
    {
        for (var at = start; at < end;)
        {
            var (page, offset) = Math.DivRem(at, Dram.PageBytes);
            var count = Math.Min(Dram.PageBytes - offset, end - at);
            yield return (page, offset, count);
            at += count;
        }
    }
}
