using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Lowering;

/// <summary>What sets bits of a signal in a block: an assignment, or the choice around several.</summary>
/// <param name="Location">Its place.</param>
/// <param name="IsField">True for a field of a bundle that is set as a whole.</param>
/// <param name="Low">The lowest bit that it sets.</param>
/// <param name="Width">From there to the highest.</param>
internal sealed record Origin(SourceLocation Location, bool IsField, int Low, int Width);

/// <summary>Neighbouring bits of a signal that are driven by neighbouring bits of one value.</summary>
/// <param name="Low">The lowest bit.</param>
/// <param name="Width">Number of bits.</param>
/// <param name="Source">What they are bits of; null where they have no driver.</param>
/// <param name="SourceLow">The bit of the source that drives the lowest.</param>
internal sealed record DrivenRange(int Low, int Width, Expression? Source, int SourceLow)
{
    /// <summary>What of the block sets them; null where the block has only found them so.</summary>
    public Origin? Origin { get; init; }

    /// <summary>What leaves them without a driver in some cases; null where nothing ever drives them.</summary>
    public Statement? Gap { get; init; }

    public int End => Low + Width;

    public Expression? Value => Source is null ? null : Make.Take(Source, SourceLow, Width);

    public bool HasSameValue(DrivenRange other) => ReferenceEquals(Source, other.Source) && (Source is null || SourceLow == other.SourceLow);

    /// <summary>Those of the bits that are below <paramref name="end"/> and not below <paramref name="low"/>.</summary>
    public DrivenRange Cut(int low, int end)
    {
        var (from, to) = (Math.Max(low, Low), Math.Min(end, End));
        return this with { Low = from, Width = to - from, SourceLow = SourceLow + from - Low };
    }
}

/// <summary>What drives the bits of one signal: ranges side by side, the lowest first. It does not change.</summary>
internal sealed class DrivenBits
{
    private readonly IReadOnlyList<DrivenRange> _ranges;

    private DrivenBits(IReadOnlyList<DrivenRange> ranges) => _ranges = ranges;

    public IReadOnlyList<DrivenRange> Ranges => _ranges;

    /// <summary>The bits without a driver, or with none in some cases.</summary>
    public IEnumerable<DrivenRange> Gaps => _ranges.Where(r => r.Source is null);

    /// <summary>What drives the signal; null where some bit has no driver.</summary>
    public Expression? Value => Gaps.Any() ? null : Make.Join([.. Found()._ranges.Reverse().Select(r => r.Value!)]);

    /// <summary>What drives a signal that nothing has set: a register keeps its value, any other signal has no driver.</summary>
    public static DrivenBits Unset(Signal signal) => new([new(0, signal.Width, signal.Kind == SignalKind.Register ? signal : null, 0)]);

    /// <summary>The same for a block inside: it has set none of the bits itself.</summary>
    public DrivenBits Found() => _ranges is [{ Origin: null }] ? this : new(Joined(_ranges.Select(r => r with { Origin = null })));

    /// <summary>The ranges of some bits.</summary>
    public IEnumerable<DrivenRange> Between(int low, int end) => _ranges.Where(r => r.Low < end && r.End > low).Select(r => r.Cut(low, end));

    /// <summary>With other drivers for the bits of these ranges, which stand side by side.</summary>
    public DrivenBits With(params IReadOnlyList<DrivenRange> ranges) =>
        new(Joined([.. Between(0, ranges[0].Low), .. ranges, .. Between(ranges[^1].End, int.MaxValue)]));

    /// <summary>The same bits of several values: ranges that none of them divides further.</summary>
    public static IEnumerable<DrivenRange[]> Side(params DrivenBits[] all)
    {
        var next = new int[all.Length];
        for (var low = 0; next[0] < all[0]._ranges.Count;)
        {
            var end = all.Select((bits, i) => bits._ranges[next[i]].End).Min();
            yield return [.. all.Select((bits, i) => bits._ranges[next[i]].Cut(low, end))];
            for (var i = 0; i < all.Length; i++)
                next[i] += all[i]._ranges[next[i]].End == end ? 1 : 0;
            low = end;
        }
    }

    private static List<DrivenRange> Joined(IEnumerable<DrivenRange> ranges)
    {
        var joined = new List<DrivenRange>();
        foreach (var range in ranges)
        {
            if (joined.Count > 0 && joined[^1] is var last && Continues(last, range))
                joined[^1] = last with { Width = last.Width + range.Width };
            else
                joined.Add(range);
        }
        return joined;
    }

    private static bool Continues(DrivenRange low, DrivenRange high) =>
        ReferenceEquals(low.Source, high.Source) && ReferenceEquals(low.Origin, high.Origin) && ReferenceEquals(low.Gap, high.Gap)
        && (low.Source is null || high.SourceLow == low.SourceLow + low.Width);
}
