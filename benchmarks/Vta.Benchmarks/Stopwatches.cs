using System.Diagnostics;

namespace Vta.Benchmarks;

/// <summary>Times of what is done several times.</summary>
internal static class Stopwatches
{
    /// <summary>Seconds of the fastest of several runs: what else the machine does only ever adds time.</summary>
    public static double Best(int runs, Action work)
    {
        var best = double.MaxValue;
        for (var run = 0; run < runs; run++) best = Math.Min(best, Once(work));
        return best;
    }

    /// <summary>Seconds of one run.</summary>
    public static double Once(Action work)
    {
        var clock = Stopwatch.StartNew();
        work();
        return clock.Elapsed.TotalSeconds;
    }

    /// <summary>Seconds of processor time, of all threads of this process, that one run takes.</summary>
    public static double ProcessorTime(Action work)
    {
        var before = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }
}
