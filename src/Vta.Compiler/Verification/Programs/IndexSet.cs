using System.Numerics;

namespace Vta.Compiler.Verification.Programs;

/// <summary>Elements of a buffer, a bit for each.</summary>
/// <param name="depth">Elements of the buffer; those beyond are left out.</param>
internal sealed class IndexSet(int depth) : IPlace<IndexSet>
{
    private const int WordBits = 64;

    private readonly ulong[] words = new ulong[(depth + WordBits - 1) / WordBits];

    internal void Add(int index)
    {
        if (index < depth)
            words[index / WordBits] |= 1ul << (index % WordBits);
    }

    /// <summary>Adds a range, of which what is beyond the buffer is left out.</summary>
    internal void AddRange(long start, long count)
    {
        foreach (var (word, mask) in Range(start, Math.Min(start + count, depth)))
            words[word] |= mask;
    }

    internal void Add(IndexSet other)
    {
        for (var word = 0; word < words.Length; word++)
            words[word] |= other.words[word];
    }

    /// <summary>Adds each element again at distances of factor, 2·factor … (count − 1)·factor: in steps that double what is there.</summary>
    internal void Spread(int factor, int count)
    {
        for (var done = 1; done < count;)
        {
            var more = Math.Min(done, count - done);
            AddShifted((long)more * factor);
            done += more;
        }
    }

    public long? FirstCommon(IndexSet other) => First(other, ulong.MinValue);

    /// <summary>The first element that another set does not have; null where it has all.</summary>
    internal long? FirstBeyond(IndexSet other) => First(other, ulong.MaxValue);

    /// <summary>The first element of a range that is in the set, or that is not; null where there is none.</summary>
    internal long? FirstInRange(long start, long count, bool isIn)
    {
        foreach (var (word, mask) in Range(start, start + count))
        {
            if (((isIn ? words[word] : ~words[word]) & mask) is not 0 and var found)
                return (long)word * WordBits + BitOperations.TrailingZeroCount(found);
        }
        return null;
    }

    /// <summary>The words of a range, and which of their bits belong to it.</summary>
    private static IEnumerable<(int Word, ulong Mask)> Range(long start, long end)
    {
        for (var index = start; index < end;)
        {
            var bits = (int)Math.Min(WordBits - index % WordBits, end - index);
            yield return ((int)(index / WordBits), (bits == WordBits ? ulong.MaxValue : (1ul << bits) - 1) << (int)(index % WordBits));
            index += bits;
        }
    }

    private long? First(IndexSet other, ulong inverted)
    {
        for (var word = 0; word < words.Length; word++)
        {
            if ((words[word] & (other.words[word] ^ inverted)) is not 0 and var common)
                return (long)word * WordBits + BitOperations.TrailingZeroCount(common);
        }
        return null;
    }

    private void AddShifted(long distance)
    {
        if (distance >= depth)
            return;
        var (far, near) = ((int)(distance / WordBits), (int)(distance % WordBits));
        for (var word = words.Length - 1; word >= far; word--)
        {
            words[word] |= words[word - far] << near;
            if (near > 0 && word > far)
                words[word] |= words[word - far - 1] >> (WordBits - near);
        }
        if (depth < WordBits)
            words[0] &= (1ul << depth) - 1;
    }
}
