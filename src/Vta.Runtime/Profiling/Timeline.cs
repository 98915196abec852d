using Vta.Isa.Instructions;
using Vta.Isa.Launch;

namespace Vta.Runtime.Profiling;

/// <summary>
/// What a run did over time, in buckets of equal length. Buckets get longer as the run does, so that there are never more than <see cref="MaxBuckets"/>.
/// </summary>
public sealed class Timeline
{
    /// <summary>The most buckets of a timeline.</summary>
    public const int MaxBuckets = 1 << 15;

    private static readonly UnitActivity[] AllActivities = Enum.GetValues<UnitActivity>();
    private static readonly int Units = Enum.GetValues<Unit>().Length;
    private readonly int[] activities = new int[MaxBuckets * Units * AllActivities.Length];
    private readonly int[] reads = new int[MaxBuckets];
    private readonly int[] writes = new int[MaxBuckets];
    private readonly int[] tokens = new int[MaxBuckets * TokenQueue.Count];
    private int shift;

    /// <summary>Cycles of the run.</summary>
    public long Cycles { get; private set; }

    /// <summary>Cycles of a bucket: a power of two. The last one may be shorter.</summary>
    public long BucketCycles => 1L << shift;

    /// <summary>Buckets that there are.</summary>
    public int Count => (int)((Cycles + BucketCycles - 1) >> shift);

    /// <summary>Cycles of a bucket in which a unit did something.</summary>
    public int this[int bucket, Unit unit, UnitActivity activity] => activities[At(bucket, unit) + (int)activity];

    /// <summary>Beats of the read bus in a bucket.</summary>
    public int Reads(int bucket) => reads[bucket];

    /// <summary>Beats of the write bus in a bucket.</summary>
    public int Writes(int bucket) => writes[bucket];

    /// <summary>The most tokens that a queue held in a bucket.</summary>
    public int Tokens(int bucket, int queue) => tokens[(bucket * TokenQueue.Count) + queue];

    /// <summary>Goes on by a cycle, whose parts are added next.</summary>
    /// <returns>The bucket of the cycle.</returns>
    internal int Begin()
    {
        if (Cycles >> shift == MaxBuckets)
            Halve();
        return (int)(Cycles++ >> shift);
    }

    internal void Add(int bucket, Unit unit, UnitActivity activity) => activities[At(bucket, unit) + (int)activity]++;

    internal void AddRead(int bucket) => reads[bucket]++;

    internal void AddWrite(int bucket) => writes[bucket]++;

    internal void AddTokens(int bucket, int queue, int count)
    {
        ref var most = ref tokens[(bucket * TokenQueue.Count) + queue];
        most = Math.Max(most, count);
    }

    private static int At(int bucket, Unit unit) => ((bucket * Units) + (int)unit) * AllActivities.Length;

    /// <summary>Two buckets become one.</summary>
    private void Halve()
    {
        Merge(activities, Units * AllActivities.Length, (left, right) => left + right);
        Merge(reads, 1, (left, right) => left + right);
        Merge(writes, 1, (left, right) => left + right);
        Merge(tokens, TokenQueue.Count, Math.Max);
        shift++;
    }

    private static void Merge(int[] values, int each, Func<int, int, int> merge)
    {
        for (var at = 0; at < values.Length / 2; at++)
        {
            var (bucket, part) = (at / each, at % each);
            values[at] = merge(values[(2 * bucket * each) + part], values[(((2 * bucket) + 1) * each) + part]);
        }
        Array.Clear(values, values.Length / 2, values.Length / 2);
    }
}
