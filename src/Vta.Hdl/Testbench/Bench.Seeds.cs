namespace Vta.Hdl.Testbench;

/// <content>One test with many seeds.</content>
public sealed partial class Bench
{
    /// <summary>
    /// Runs a test with many seeds, on all processors: the design is compiled once, and each seed has a bench of its own. The test must keep to its bench,
    /// as several run at once.
    /// </summary>
    /// <param name="design">What is tested.</param>
    /// <param name="seeds">The seeds.</param>
    /// <param name="test">The test; it makes processes and runs the bench, which has been reset.</param>
    /// <param name="wave">The .vcd or .fst file that takes the wave of a seed that fails, which is run again for it; null for none.</param>
    /// <exception cref="SeedFailedException">A seed fails: always the first one, however they are run.</exception>
    public static void ForEachSeed(Design design, IReadOnlyList<int> seeds, Action<Bench> test, string? wave = null)
    {
        var failures = new Exception?[seeds.Count];
        Parallel.For(0, seeds.Count, (i, loop) =>
        {
            failures[i] = FailureOf(design, seeds[i], test, wave: null);
            if (failures[i] is not null)
                loop.Break();
        });
        var first = Array.FindIndex(failures, f => f is not null);
        if (first < 0)
            return;
        if (wave is not null)
            _ = FailureOf(design, seeds[first], test, wave);
        throw new SeedFailedException(seeds[first], wave, failures[first]!);
    }

    private static Exception? FailureOf(Design design, int seed, Action<Bench> test, string? wave)
    {
        using var bench = new Bench(design, seed, wave);
        try
        {
            test(bench);
            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
    }
}
