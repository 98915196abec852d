using Vta.Isa.Instructions;

namespace Vta.Isa.Launch;

/// <summary>What a run did, in VTA's counters.</summary>
public sealed record LaunchStatistics
{
    private readonly long[] counts = new long[Counters.All.Count];

    /// <summary>Statistics of nothing; an initialiser gives counters their values.</summary>
    public LaunchStatistics()
    {
    }

    /// <summary>Statistics with each counter as found.</summary>
    public LaunchStatistics(Func<Counter, long> count) => counts = [.. Counters.All.Select(count)];

    private LaunchStatistics(LaunchStatistics other) => (counts, CycleCount) = ([.. other.counts], other.CycleCount);

    /// <summary>What a counter has counted.</summary>
    public long this[Counter counter]
    {
        get => counts[counter.Index];
        init => counts[counter.Index] = value;
    }

    /// <summary>Cycles from launch to done; null on a backend without cycles.</summary>
    public long? CycleCount { get; init; }

    /// <summary>Names and values, cycles last where there are any; what extensions count is left out where it is zero.</summary>
    public IEnumerable<(string Name, long Value)> Named =>
        [.. Counters.All.Where(counter => counter.Register.Needs == Extensions.None || this[counter] != 0).Select(counter => (counter.Statistic, this[counter])), .. CycleCount is { } cycles ? [("cycle_count", cycles)] : Array.Empty<(string, long)>()];

    /// <summary>The first counter that another run has otherwise, by its name in statistics, and both counts; null where all are the same.</summary>
    public (string Name, long Count, long Other)? FirstDifference(LaunchStatistics other) => Counters.All
        .Where(counter => this[counter] != other[counter])
        .Select(counter => ((string, long, long)?)(counter.Statistic, this[counter], other[counter])).FirstOrDefault();

    /// <summary>The sum over two runs, for programs of several launches.</summary>
    public static LaunchStatistics operator +(LaunchStatistics left, LaunchStatistics right) =>
        new(counter => left[counter] + right[counter]) { CycleCount = left.CycleCount + right.CycleCount };

    /// <summary>Whether all counters have the same values.</summary>
    public bool Equals(LaunchStatistics? other) => other is not null && counts.AsSpan().SequenceEqual(other.counts) && CycleCount == other.CycleCount;

    /// <inheritdoc/>
    public override int GetHashCode() => counts.Aggregate(CycleCount.GetHashCode(), HashCode.Combine);

    /// <summary>The counters as TVM's simulator prints them, without the one that it does not have.</summary>
    public override string ToString() => "Execution statistics:" + string.Concat(
        Named.Where(each => each.Name != Counters.AccWrites.Statistic).Select(each => $"\n\t{each.Name,-16}: {each.Value,16}"));
}
