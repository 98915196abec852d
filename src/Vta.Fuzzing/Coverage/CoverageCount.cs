namespace Vta.Fuzzing.Coverage;

/// <summary>What programs have come by.</summary>
internal sealed class CoverageCount
{
    private readonly long[] counts = new long[CoveragePoints.All.Count];

    /// <summary>Each point, and in how many programs it was seen.</summary>
    public IEnumerable<(string Name, long Programs)> Points => CoveragePoints.All.Select((point, index) => (point.Name, counts[index]));

    /// <summary>Looks at a program that ran.</summary>
    public void Add(ProgramRun run)
    {
        for (var index = 0; index < counts.Length; index++)
        {
            if (CoveragePoints.All[index].IsSeen(run))
                counts[index]++;
        }
    }
}
